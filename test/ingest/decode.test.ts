// Bytes to text: every encoding that real files come in, and what must be refused instead of guessed.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode } from "../../src/ingest/decode.ts";

const sentence = "The delegations met on Sunday.";
const russian = "Делегации встретились в воскресенье, и ничего не подписали.";

function utf16be(text: string): Uint8Array {
  return Buffer.from(text, "utf16le").swap16();
}

describe("reads", () => {
  test.each([
    ["UTF-8", Buffer.from(russian), russian],
    ["UTF-8 with a byte-order mark", Buffer.from(`\ufeff${russian}`), russian],
    ["UTF-16LE with a byte-order mark", Buffer.from(`\ufeff${russian}`, "utf16le"), russian],
    ["UTF-16BE with a byte-order mark", utf16be(`\ufeff${russian}`), russian],
    ["UTF-16LE without a mark, Latin script", Buffer.from(sentence, "utf16le"), sentence],
    ["UTF-16BE without a mark, Latin script", utf16be(sentence), sentence],
    ["UTF-16LE without a mark, Cyrillic script", Buffer.from(russian, "utf16le"), russian],
    ["Windows-1252 with typographic marks and accents", Buffer.from("\x93Caf\xe9\x94 \x96 \xe0 la Gro\xdfe, \x80 5", "latin1"), "“Café” – à la Große, € 5"],
    ["one stray control character in a long text", Buffer.from(`${sentence.repeat(20)}\u0002`), `${sentence.repeat(20)}\u0002`],
    ["an empty file", Buffer.alloc(0), ""],
  ])("%s", (_, bytes, text) => {
    expect(decode(bytes)).toEqual({ text });
  });

  test("a page in the charset that it declares", () => {
    const head = Buffer.from('<html><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>');
    const bytes = Buffer.concat([head, Buffer.from([0xcc, 0xe8, 0xf0])]);
    expect(decode(bytes, true)).toEqual({ text: `${head}Мир` });
  });

  test("a page as UTF-8 where it is valid UTF-8, whatever it declares", () => {
    const page = '<meta charset="iso-8859-1"><p>Café';
    expect(decode(Buffer.from(page), true)).toEqual({ text: page });
  });
});

describe("refuses, and says why", () => {
  test.each([
    ["a PNG", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), "PNG"],
    ["a PDF", Buffer.from("%PDF-1.7\n…"), "PDF"],
    ["a ZIP or office document", Buffer.from("PK\u0003\u0004rest"), "ZIP"],
    ["NULs without a pattern", Buffer.from([0x41, 0, 0, 0, 0x42, 0, 0, 0x43]), "control codes"],
    ["UTF-8 with a broken sequence", Buffer.concat([Buffer.from("déjà vu, naïve "), Buffer.from([0xc3, 0x28])]), "damaged at byte 18"],
    ["an overlong sequence among plain letters", Buffer.from([0x41, 0x20, 0xc0, 0xaf, 0x20, 0x42]), "convert it to UTF-8"],
    ["an accented capital before a bracket, which no word has", Buffer.from("Broken \xc3( here", "latin1"), "convert it to UTF-8"],
    ["bytes that Windows-1252 does not give out", Buffer.from("text \x81\x8d text", "latin1"), "convert it to UTF-8"],
    ["Cyrillic in a code page of its own", Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x20, 0xec, 0xe8, 0xf0]), "convert it to UTF-8"],
    ["UTF-16 of odd length", Buffer.from([0xff, 0xfe, 0xfd]), "UTF-16LE"],
    ["UTF-16 with half a surrogate pair", Buffer.from([0xff, 0xfe, 0x41, 0x00, 0x00, 0xd8]), "UTF-16LE"],
  ])("%s", (_, bytes, reason) => {
    expect(decode(bytes)).toEqual({ refused: expect.stringContaining(reason) });
  });

  test("a page that declares a charset nobody knows", () => {
    expect(decode(Buffer.from('<meta charset="klingon-1"><p>caf\xe9', "latin1"), true)).toEqual({ refused: expect.stringContaining("klingon-1") });
  });

  test("a page that declares UTF-8 and is not", () => {
    expect(decode(Buffer.from('<meta charset="utf-8"><p>caf\xe9', "latin1"), true)).toEqual({ refused: expect.stringContaining("damaged") });
  });

  test("noise, at once: a megabyte of pseudo-random bytes", () => {
    const noise = Uint8Array.from({ length: 1_000_000 }, (_, i) => Math.imul(i ^ (i >> 7), 2_654_435_761) >>> 24);
    expect(decode(noise)).toHaveProperty("refused");
  });
});

test("any bytes are decoded or refused, never thrown at", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (bytes, html) => {
      const decoded = decode(bytes, html);
      expect("text" in decoded !== "refused" in decoded).toBe(true);
    }),
  );
});

test("any text in UTF-8 that holds letters alone comes back as it was", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zé-ÿа-я一-三 ]{0,80}$/u), (text) => {
      expect(decode(Buffer.from(text))).toEqual({ text });
    }),
  );
});
