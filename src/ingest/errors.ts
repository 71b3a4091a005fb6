// What the user asked wrongly, apart from what went wrong. The command line turns it into exit code 2.

/** The message says what is wrong and what is right; it may hold several lines. */
export class UsageError extends Error {
  override name = "UsageError";
}
