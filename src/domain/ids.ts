// Ids made by the program from what a row says, so that the same text gives the same ids on any machine.
import { createHash } from "node:crypto";

/** Lower-case hexadecimal SHA-256 of the UTF-8 bytes of `text`, 64 characters. */
export function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/** A 16-character id from the parts that identify a row. Parts are joined by a unit separator, which no part may hold. */
export function hashId(...parts: readonly string[]): string {
  return sha256(parts.join("\u001f")).slice(0, 16);
}

/** Kebab case in ASCII: "São Tomé" -> "sao-tome", "Ana María Ruiz" -> "ana-maria-ruiz". Empty where nothing of the name is a letter or digit. */
export function slug(name: string): string {
  return name
    .replace(/[ıİ]/g, "i")
    .replace(/[øØ]/g, "o")
    .replace(/[łŁ]/g, "l")
    .replace(/[đĐ]/g, "d")
    .replace(/ß/g, "ss")
    .replace(/[æÆ]/g, "ae")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/['’ʼ`.]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
