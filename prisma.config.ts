// Where Prisma's own command line finds the schema, the migrations and the database.

import { defineConfig } from "prisma/config";
import { env } from "./env";

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  datasource: { url: env().DATABASE_URL ?? "" },
});
