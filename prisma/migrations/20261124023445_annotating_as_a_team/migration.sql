-- CreateEnum
CREATE TYPE "AnchorMethod" AS ENUM ('POSITION', 'UTF16', 'QUOTE', 'FUZZY', 'DIFF', 'HAND');

-- CreateEnum
CREATE TYPE "TokenScope" AS ENUM ('READ', 'WRITE');

-- CreateEnum
CREATE TYPE "NotificationKind" AS ENUM ('MENTIONED', 'ASSIGNED', 'REPLIED', 'FOLLOW_UP_DUE', 'FOLLOW_UP_OVERDUE', 'STATUS_CHANGED', 'TEXT_CHANGED');

-- CreateEnum
CREATE TYPE "MailChoice" AS ENUM ('AT_ONCE', 'DAILY', 'NEVER');

-- CreateEnum
CREATE TYPE "TagColor" AS ENUM ('OCHRE', 'RED', 'ROSE', 'VIOLET', 'BLUE', 'TEAL', 'GREEN', 'GREY');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "Motivation" ADD VALUE 'TAGGING';
ALTER TYPE "Motivation" ADD VALUE 'LINKING';

-- AlterTable
ALTER TABLE "Annotation" ADD COLUMN     "canonical" TEXT,
ADD COLUMN     "commitmentId" TEXT,
ADD COLUMN     "creatorName" TEXT,
ADD COLUMN     "evidenceId" TEXT,
ADD COLUMN     "foreign" JSONB,
ADD COLUMN     "via" TEXT;

-- AlterTable
ALTER TABLE "AnnotationTarget" ADD COLUMN     "archivedAt" TIMESTAMPTZ(3),
ADD COLUMN     "method" "AnchorMethod",
ADD COLUMN     "orphanedAt" TIMESTAMPTZ(3),
ADD COLUMN     "score" DOUBLE PRECISION,
ALTER COLUMN "passageId" DROP NOT NULL,
ALTER COLUMN "start" DROP NOT NULL,
ALTER COLUMN "end" DROP NOT NULL;

-- AlterTable
ALTER TABLE "Passage" ADD COLUMN     "correctedById" TEXT,
ADD COLUMN     "reason" TEXT;

-- AlterTable
ALTER TABLE "EditorialNote" ADD COLUMN     "archivedAt" TIMESTAMPTZ(3),
ADD COLUMN     "method" "AnchorMethod",
ADD COLUMN     "orphanedAt" TIMESTAMPTZ(3),
ADD COLUMN     "score" DOUBLE PRECISION;

-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN     "allowsFreeTags" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Member" ADD COLUMN     "digestedAt" TIMESTAMPTZ(3),
ADD COLUMN     "language" TEXT,
ADD COLUMN     "mailChoice" "MailChoice" NOT NULL DEFAULT 'AT_ONCE';

-- CreateTable
CREATE TABLE "Mention" (
    "annotationId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,

    CONSTRAINT "Mention_pkey" PRIMARY KEY ("annotationId","memberId")
);

-- CreateTable
CREATE TABLE "ApiToken" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "scope" "TokenScope" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "lastUsedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ApiToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notification" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "kind" "NotificationKind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMPTZ(3),
    "mailedAt" TIMESTAMPTZ(3),
    "causedById" TEXT,
    "documentId" TEXT,
    "commitmentId" TEXT,
    "annotationId" TEXT,
    "noteId" TEXT,
    "data" JSONB NOT NULL,
    "once" TEXT NOT NULL,

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Watch" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "documentId" TEXT,
    "commitmentId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Watch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Tag" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "description" JSONB NOT NULL,
    "color" "TagColor" NOT NULL DEFAULT 'GREY',
    "isFree" BOOLEAN NOT NULL DEFAULT false,
    "mergedIntoId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Tag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AnnotationTag" (
    "annotationId" TEXT NOT NULL,
    "tagId" TEXT NOT NULL,

    CONSTRAINT "AnnotationTag_pkey" PRIMARY KEY ("annotationId","tagId")
);

-- CreateIndex
CREATE INDEX "Mention_memberId_idx" ON "Mention"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "ApiToken_tokenHash_key" ON "ApiToken"("tokenHash");

-- CreateIndex
CREATE INDEX "ApiToken_memberId_idx" ON "ApiToken"("memberId");

-- CreateIndex
CREATE INDEX "Notification_memberId_at_idx" ON "Notification"("memberId", "at");

-- CreateIndex
CREATE INDEX "Notification_memberId_readAt_idx" ON "Notification"("memberId", "readAt");

-- CreateIndex
CREATE UNIQUE INDEX "Notification_memberId_once_key" ON "Notification"("memberId", "once");

-- CreateIndex
CREATE INDEX "Watch_documentId_idx" ON "Watch"("documentId");

-- CreateIndex
CREATE INDEX "Watch_commitmentId_idx" ON "Watch"("commitmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Watch_memberId_documentId_key" ON "Watch"("memberId", "documentId");

-- CreateIndex
CREATE UNIQUE INDEX "Watch_memberId_commitmentId_key" ON "Watch"("memberId", "commitmentId");

-- CreateIndex
CREATE INDEX "Tag_workspaceId_idx" ON "Tag"("workspaceId");

-- CreateIndex
CREATE INDEX "AnnotationTag_tagId_idx" ON "AnnotationTag"("tagId");

-- AddForeignKey
ALTER TABLE "Annotation" ADD CONSTRAINT "Annotation_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Annotation" ADD CONSTRAINT "Annotation_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "Evidence"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_annotationId_fkey" FOREIGN KEY ("annotationId") REFERENCES "Annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiToken" ADD CONSTRAINT "ApiToken_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiToken" ADD CONSTRAINT "ApiToken_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Passage" ADD CONSTRAINT "Passage_correctedById_fkey" FOREIGN KEY ("correctedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_causedById_fkey" FOREIGN KEY ("causedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_annotationId_fkey" FOREIGN KEY ("annotationId") REFERENCES "Annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "Note"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Watch" ADD CONSTRAINT "Watch_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Watch" ADD CONSTRAINT "Watch_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Watch" ADD CONSTRAINT "Watch_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Watch" ADD CONSTRAINT "Watch_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tag" ADD CONSTRAINT "Tag_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tag" ADD CONSTRAINT "Tag_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Tag"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnnotationTag" ADD CONSTRAINT "AnnotationTag_annotationId_fkey" FOREIGN KEY ("annotationId") REFERENCES "Annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnnotationTag" ADD CONSTRAINT "AnnotationTag_tagId_fkey" FOREIGN KEY ("tagId") REFERENCES "Tag"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A place is whole or none, and one that was found has a passage.
ALTER TABLE "AnnotationTarget" ADD CONSTRAINT "AnnotationTarget_place" CHECK (
  ("passageId" IS NULL) = ("start" IS NULL) AND ("start" IS NULL) = ("end" IS NULL)
  AND ("passageId" IS NOT NULL OR "orphanedAt" IS NOT NULL));

-- One watches a commitment or a document, not both.
ALTER TABLE "Watch" ADD CONSTRAINT "Watch_of_one_thing" CHECK (("documentId" IS NULL) <> ("commitmentId" IS NULL));
