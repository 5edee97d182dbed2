// Configures Next.js: translations, the React compiler, and the headers of files that the proxy does not see.
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin({
  requestConfig: "./i18n/request.ts",
  experimental: { createMessagesDeclaration: "./messages/ar.json" },
});

/** @type {import("next").NextConfig} */
const config = {
  agentRules: false,
  poweredByHeader: false,
  reactCompiler: true,
  // The address of a container of annotations ends in a slash (Web Annotation Protocol §4); the proxy takes it from pages.
  skipTrailingSlashRedirect: true,
  // `npm test` checks the types, of the tests too; a start should not wait for it.
  typescript: { ignoreBuildErrors: true },
  // These load files beside their code or native parts, which bundling would lose.
  serverExternalPackages: ["pg", "@prisma/client", "@prisma/adapter-pg", "hucre", "nodemailer", "better-auth"],
  // A process of its own sets PDFs from these files, so no import leads to them.
  outputFileTracingIncludes: {
    "/api/**": [
      "./server/export-formats/typst/**",
      "./node_modules/@myriaddreamin/**",
      "./node_modules/@expo-google-fonts/{amiri,ibm-plex-sans-arabic}/{400Regular,700Bold}/*.ttf",
      "./node_modules/@expo-google-fonts/{amiri,ibm-plex-sans-arabic}/package.json",
      "./node_modules/dejavu-fonts-ttf/{package.json,ttf/DejaVuSans.ttf}",
    ],
  },
  experimental: {
    agentUpgrade: false,
    // Without it forbidden() cannot answer 403.
    authInterrupts: true,
  },
  async headers() {
    return [
      {
        // The proxy skips addresses with a dot, so these few stand here for files as well.
        source: "/:path*",
        headers: [
          { key: "X-Content-Type-Options", value: "nosniff" },
          { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
          { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
          { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), browsing-topics=()" },
          { key: "X-Robots-Tag", value: "noindex, nofollow" },
        ],
      },
      {
        // What a kept copy links to is not told where it was read; the last rule for a header holds.
        source: "/api/v1/captures/:path*",
        headers: [{ key: "Referrer-Policy", value: "no-referrer" }],
      },
      {
        source: "/:path*.:extension",
        headers: [
          {
            key: "Content-Security-Policy",
            value:
              "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
          },
        ],
      },
    ];
  },
};

export default withNextIntl(config);
