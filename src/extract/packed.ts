// Objects of texts and lists of numbers as bytes and back: what a build keeps so that a start need not make it again. Knows not what they mean.

const kinds = { Int8Array, Uint8Array, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array } as const;
type Numbers = InstanceType<(typeof kinds)[keyof typeof kinds]>;

/** What stands for a list of numbers in the head: its kind, its first byte behind the head, and how many they are. */
interface Place {
  list: keyof typeof kinds;
  from: number;
  count: number;
}

/** Every list begins at a whole number of the longest kind. */
const size = Float64Array.BYTES_PER_ELEMENT;
const whole = (length: number): number => Math.ceil(length / size) * size;

/** The length of the head, the head as JSON, then all lists, end to end. Lists of numbers may stand in objects, and not in arrays. */
export function pack(value: object): Uint8Array {
  const lists: Uint8Array[] = [];
  let from = 0;
  const json = JSON.stringify(value, (_, part: unknown) => {
    const list = (Object.keys(kinds) as (keyof typeof kinds)[]).find((kind) => part instanceof kinds[kind]);
    if (list === undefined) return part;
    const { buffer, byteOffset, byteLength, length: count } = part as Numbers;
    const place: Place = { list, from, count };
    lists.push(padded(new Uint8Array(buffer, byteOffset, byteLength)));
    from += whole(byteLength);
    return place;
  });
  const head = padded(Buffer.from(json), " ");
  return Buffer.concat([padded(new Uint8Array(Int32Array.of(head.length).buffer)), head, ...lists]);
}

function padded(bytes: Uint8Array, by = "\0"): Uint8Array {
  return Buffer.concat([bytes, Buffer.from(by.repeat(whole(bytes.length) - bytes.length))]);
}

/** What `pack` wrote, on a machine that orders bytes alike. The lists are views of the bytes. */
export function unpack(packed: Uint8Array): unknown {
  const { buffer, byteOffset } = packed.byteOffset % size === 0 ? packed : packed.slice();
  const [headLength = 0] = new Int32Array(buffer, byteOffset, 1);
  const head = Buffer.from(buffer, byteOffset + size, headLength).toString();
  return restored(JSON.parse(head), buffer, byteOffset + size + headLength);
}

function restored(part: unknown, buffer: ArrayBufferLike, origin: number): unknown {
  if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
  if (isPlace(part)) return new kinds[part.list](buffer as ArrayBuffer, origin + part.from, part.count);
  for (const [name, own] of Object.entries(part)) (part as Record<string, unknown>)[name] = restored(own, buffer, origin);
  return part;
}

function isPlace(part: object): part is Place {
  return "list" in part && "from" in part && "count" in part;
}
