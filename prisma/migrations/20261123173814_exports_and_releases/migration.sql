-- CreateEnum
CREATE TYPE "ExportState" AS ENUM ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED');

-- CreateTable
CREATE TABLE "Export" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "requestedById" TEXT NOT NULL,
    "releaseId" TEXT,
    "format" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "choices" JSONB NOT NULL,
    "state" "ExportState" NOT NULL DEFAULT 'QUEUED',
    "progress" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "name" TEXT,
    "plainName" TEXT,
    "mediaType" TEXT,
    "size" INTEGER,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Export_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExportFile" (
    "exportId" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "ExportFile_pkey" PRIMARY KEY ("exportId")
);

-- CreateTable
CREATE TABLE "Release" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "choices" JSONB NOT NULL,
    "asOf" DATE NOT NULL,
    "codebookVersion" INTEGER NOT NULL,
    "eventNumber" INTEGER NOT NULL,
    "publishedById" TEXT,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReleaseSummary" (
    "releaseId" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "json" BYTEA NOT NULL,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "ReleaseSummary_pkey" PRIMARY KEY ("releaseId","language")
);

-- CreateIndex
CREATE INDEX "Export_requestedById_requestedAt_idx" ON "Export"("requestedById", "requestedAt");

-- CreateIndex
CREATE INDEX "Export_expiresAt_idx" ON "Export"("expiresAt");

-- CreateIndex
CREATE INDEX "Release_workspaceId_idx" ON "Release"("workspaceId");

-- CreateIndex
CREATE UNIQUE INDEX "Release_documentId_number_key" ON "Release"("documentId", "number");

-- AddForeignKey
ALTER TABLE "Export" ADD CONSTRAINT "Export_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Export" ADD CONSTRAINT "Export_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Export" ADD CONSTRAINT "Export_requestedById_fkey" FOREIGN KEY ("requestedById") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Export" ADD CONSTRAINT "Export_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "Release"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExportFile" ADD CONSTRAINT "ExportFile_exportId_fkey" FOREIGN KEY ("exportId") REFERENCES "Export"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Release" ADD CONSTRAINT "Release_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Release" ADD CONSTRAINT "Release_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Release" ADD CONSTRAINT "Release_publishedById_fkey" FOREIGN KEY ("publishedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReleaseSummary" ADD CONSTRAINT "ReleaseSummary_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "Release"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TRIGGER "Release_is_never_rewritten"
  BEFORE UPDATE OF "number", "choices", "asOf", "codebookVersion", "eventNumber", "publishedAt" ON "Release"
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();

CREATE TRIGGER "ReleaseSummary_is_never_rewritten"
  BEFORE UPDATE OF "language", "json", "sha256" ON "ReleaseSummary"
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
