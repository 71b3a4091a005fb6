// Serves the rows that the API's tests ask about, for tools/prism-check.sh. Usage: serve-fixture.ts PORT
import { filledStore, strictApp } from "../test/api/fixture.ts";

const app = await strictApp(await filledStore());
await app.listen({ host: "127.0.0.1", port: Number(process.argv[2]) });
