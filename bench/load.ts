// A small load generator: raw sockets, one request at a time on each, so that the server and not the client is what is measured.
import { connect } from "node:net";

export interface Load {
  /** Answers a second. */
  rate: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
}

const headEnd = Buffer.from("\r\n\r\n");

/** Asks `paths` in turn on each connection for so many seconds. Throws where an answer is not 200 with a `Content-Length`. */
export async function load(port: number, paths: readonly string[], { connections = 8, seconds = 3 } = {}): Promise<Load> {
  const times: number[] = [];
  const until = performance.now() + seconds * 1000;
  await Promise.all(Array.from({ length: connections }, (_, first) => client(port, paths, first, until, times)));
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  return { rate: times.length / seconds, p50: at(0.5), p99: at(0.99) };
}

function client(port: number, paths: readonly string[], first: number, until: number, times: number[]): Promise<void> {
  const requests = paths.map((path) => `GET ${path} HTTP/1.1\r\nHost: bench\r\n\r\n`);
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    let next = first;
    let begun = 0;
    let missing: number | null = null;
    let head = Buffer.alloc(0);
    const ask = () => {
      begun = performance.now();
      missing = null;
      head = Buffer.alloc(0);
      socket.write(requests[next++ % requests.length] as string);
    };
    socket.setNoDelay(true);
    socket.on("connect", ask);
    socket.on("error", reject);
    socket.on("data", (data) => {
      if (missing === null) {
        head = Buffer.concat([head, data]);
        const end = head.indexOf(headEnd);
        if (end < 0) return;
        const text = head.toString("latin1", 0, end);
        const length = /^content-length: (\d+)/im.exec(text)?.[1];
        if (!text.startsWith("HTTP/1.1 200") || length === undefined) return reject(new Error(text));
        missing = Number(length) - (head.length - end - headEnd.length);
      } else missing -= data.length;
      if (missing > 0) return;
      times.push(performance.now() - begun);
      if (performance.now() < until) ask();
      else {
        socket.end();
        resolve();
      }
    });
  });
}
