// The extractor's version, apart from the extractor, which takes a while to load.

/** Raised whenever the same text and codebook give other rows than before; a database then extracts its articles again. */
export const extractorVersion = "28";
