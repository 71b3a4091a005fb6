// Counts the work that a function does: elements visited and characters looked at. Slow, and only for tests: production pays nothing for it.

let work = 0;

/** An array whose every element that is looked at counts. */
export function counted<Item>(items: Item[]): Item[] {
  return new Proxy(items, {
    get(target, key, receiver) {
      if (typeof key === "string" && key.charCodeAt(0) <= 57) work++;
      return Reflect.get(target, key, receiver);
    },
  });
}

type Method = (this: unknown, ...given: unknown[]) => unknown;

/** What a call costs, by what it was given and what it answered. */
type Cost = (self: { length: number }, given: unknown[], answer: unknown) => number;

const whole: Cost = (self) => self.length;
const answered: Cost = (_, __, answer) => (answer as string | unknown[]).length;
/** A search costs as far as it went. */
const searched: Cost = (self, given, answer) =>
  (typeof answer === "number" && answer >= 0 ? answer : self.length) - (typeof given[1] === "number" ? given[1] : 0);

const costs: [object, Record<string, Cost>][] = [
  [
    Array.prototype,
    {
      map: whole,
      filter: whole,
      flatMap: whole,
      forEach: whole,
      reduce: whole,
      sort: whole,
      join: whole,
      concat: answered,
      slice: answered,
      indexOf: searched,
      findIndex: searched,
    },
  ],
  [String.prototype, { toLowerCase: whole, toUpperCase: whole, normalize: whole, trim: whole, slice: answered, indexOf: searched }],
];

/** Those that stop at the first element that fits: each look counts. */
const stopping = ["find", "findLast", "some", "every"] as const;

/** The work of `run`, in elements and characters. Native methods are watched while it runs, and put back. */
export function workOf(run: () => void): number {
  const undo: (() => void)[] = [];
  const replace = (owner: object, name: PropertyKey, make: (native: Method) => Method): void => {
    const native = Reflect.get(owner, name) as Method;
    Object.defineProperty(owner, name, { value: make(native), configurable: true, writable: true });
    undo.push(() => Object.defineProperty(owner, name, { value: native, configurable: true, writable: true }));
  };
  for (const [owner, methods] of costs)
    for (const [name, cost] of Object.entries(methods))
      replace(
        owner,
        name,
        (native) =>
          function (...given) {
            const answer = native.apply(this, given);
            work += Math.max(1, cost(this as { length: number }, given, answer));
            return answer;
          },
      );
  for (const name of stopping)
    replace(
      Array.prototype,
      name,
      (native) =>
        function (test, ...given) {
          return native.call(
            this,
            (...seen: unknown[]) => {
              work++;
              return (test as Method)(...seen);
            },
            ...given,
          );
        },
    );
  replace(
    Array.prototype,
    Symbol.iterator,
    () =>
      function* (this: unknown) {
        const items = this as unknown[];
        for (let i = 0; i < items.length; i++) {
          work++;
          yield items[i];
        }
      } as Method,
  );
  replace(
    RegExp.prototype,
    "exec",
    (native) =>
      function (text) {
        const regex = this as RegExp;
        const from = regex.global || regex.sticky ? regex.lastIndex : 0;
        const match = native.call(this, text) as RegExpExecArray | null;
        if (match) work += match.index + match[0].length - from;
        else if (!regex.sticky) work += String(text).length - from;
        work++;
        return match;
      },
  );
  work = 0;
  try {
    run();
  } finally {
    for (const one of undo) one();
  }
  return work;
}
