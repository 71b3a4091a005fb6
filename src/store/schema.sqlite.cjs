// The tables as drizzle-kit wants to see them: each an export of its own, which a module of today cannot make out of a list. Read by drizzle.config.ts alone.
module.exports = require("./schema.ts").tables;
