// Who may import whom: the table of docs/architecture.md.
const ours = "^(app|actions|components|domain|i18n|server|jobs|scripts|prisma|tests|generated)/";

/** A folder and all that it may import of ours, itself included. */
const layers = {
  domain: ["domain"],
  i18n: ["i18n", "domain", "messages"],
  server: ["server", "domain", "i18n", "generated", "env.ts"],
  jobs: ["jobs", "server", "domain", "i18n"],
  actions: ["actions", "server", "domain", "i18n"],
  app: ["app", "components", "actions", "server", "domain", "i18n"],
};

const onlyTheirs = Object.entries(layers).map(([folder, allowed]) => ({
  name: `${folder}-imports-only-what-it-may`,
  severity: "error",
  from: { path: `^${folder}/` },
  to: { path: `${ours}|^env\\.ts$`, pathNot: `^(${allowed.map((name) => name.replace(".", "\\.")).join("|")})(/|$)` },
}));

export default {
  forbidden: [
    ...onlyTheirs,
    {
      name: "components-import-only-what-they-may",
      comment: "Plain data comes in as props; that of the server only types come in is a rule of lint/house.grit.",
      severity: "error",
      from: { path: "^components/" },
      to: { path: `${ours}|^env\\.ts$`, pathNot: "^(components|domain|i18n|actions|server)/" },
    },
    {
      name: "kit-knows-no-noun",
      severity: "error",
      from: { path: "^components/ui/" },
      to: { path: `${ours}`, pathNot: "^(components/ui|i18n)/" },
    },
    {
      name: "domain-is-pure",
      comment:
        "No framework and no input or output; libraries are Zod, and for the comparison of texts two that only compute.",
      severity: "error",
      from: { path: "^domain/" },
      to: { dependencyTypes: ["npm", "core", "npm-dev"], pathNot: "node_modules/(zod|diff|approx-string-match)/" },
    },
    {
      name: "server-knows-no-framework",
      severity: "error",
      from: { path: "^server/", pathNot: "^server/auth/session\\.ts$" },
      to: { path: "node_modules/(next|react|react-dom)/" },
    },
    {
      name: "prisma-only-in-server",
      severity: "error",
      from: { path: "^(app|actions|components|domain|i18n|jobs|prisma/seed)/" },
      to: { path: "^generated/|node_modules/@prisma/" },
    },
    {
      name: "only-auth-vouches",
      comment: "Actors are made in server/auth alone; systemActor is for seeds, jobs and imports.",
      severity: "error",
      from: { path: "^(app|actions|components|jobs)/" },
      to: { path: "^server/auth/(admission|attempts|better-auth|passwords|tokens)\\.ts$" },
    },
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "no-unresolved", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "no-dev-packages-in-the-product",
      severity: "error",
      from: { path: "^(app|actions|components|domain|i18n|server|jobs|prisma)/" },
      to: { dependencyTypes: ["npm-dev"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules|generated" },
    exclude: { path: "^(\\.next|data)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};
