-- CreateEnum
CREATE TYPE "EvidenceHealth" AS ENUM ('UNCHECKED', 'ALIVE', 'MOVED', 'CHANGED', 'GONE', 'UNREACHABLE');

-- CreateEnum
CREATE TYPE "CaptureOrigin" AS ENUM ('FETCHED', 'UPLOADED');

-- CreateEnum
CREATE TYPE "ReviewState" AS ENUM ('DRAFT', 'SUBMITTED', 'APPROVED', 'RETURNED');

-- CreateEnum
CREATE TYPE "DoubleCodingState" AS ENUM ('OPEN', 'REVEALED', 'SETTLED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "QuoteState" AS ENUM ('FOUND', 'LOST', 'NOT_FOUND');

-- CreateEnum
CREATE TYPE "PartyKind" AS ENUM ('STATE', 'ORGANISATION');

-- CreateEnum
CREATE TYPE "SpeechAct" AS ENUM ('COMMIT', 'CONTINUE', 'REAFFIRM', 'AFFIRM', 'URGE', 'CALL', 'OBLIGE', 'ENCOURAGE', 'COMMEND', 'WELCOME', 'STATE');

-- CreateEnum
CREATE TYPE "Verifiability" AS ENUM ('VERIFIABLE', 'NOT_VERIFIABLE');

-- CreateEnum
CREATE TYPE "ProvisionState" AS ENUM ('PROPOSED', 'ACCEPTED', 'DROPPED');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "NotificationKind" ADD VALUE 'REVIEW_REQUESTED';
ALTER TYPE "NotificationKind" ADD VALUE 'REVIEW_DECIDED';
ALTER TYPE "NotificationKind" ADD VALUE 'CODING_REQUESTED';
ALTER TYPE "NotificationKind" ADD VALUE 'CODING_REVEALED';
ALTER TYPE "NotificationKind" ADD VALUE 'SILENCE';
ALTER TYPE "NotificationKind" ADD VALUE 'EVIDENCE_HEALTH';

-- DropIndex
DROP INDEX "Assessment_workspaceId_idx";

-- AlterTable
ALTER TABLE "Commitment" ADD COLUMN     "doneOn" DATE;

-- AlterTable
ALTER TABLE "Assessment" ADD COLUMN     "codebookVersion" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "provisionId" TEXT,
ADD COLUMN     "review" "ReviewState" NOT NULL DEFAULT 'APPROVED',
ADD COLUMN     "reviewReason" TEXT,
ADD COLUMN     "reviewedAt" TIMESTAMPTZ(3),
ADD COLUMN     "reviewedById" TEXT;

-- AlterTable
ALTER TABLE "Document" ADD COLUMN     "isExample" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN     "checkedAt" TIMESTAMPTZ(3),
ADD COLUMN     "health" "EvidenceHealth" NOT NULL DEFAULT 'UNCHECKED',
ADD COLUMN     "healthSince" TIMESTAMPTZ(3),
ADD COLUMN     "nextCheckAt" TIMESTAMPTZ(3),
ADD COLUMN     "searchText" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Citation" ADD COLUMN     "quoteState" "QuoteState";

-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN     "requiresReview" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "respectsRobots" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "silentAfterMonths" INTEGER NOT NULL DEFAULT 12;

-- CreateTable
CREATE TABLE "Capture" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "evidenceId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "origin" "CaptureOrigin" NOT NULL,
    "finalAddress" TEXT,
    "takenAt" TIMESTAMPTZ(3) NOT NULL,
    "httpStatus" INTEGER,
    "mediaType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "shownSize" INTEGER,
    "shownSha256" TEXT,
    "fileName" TEXT,
    "title" TEXT,
    "text" TEXT,
    "takenById" TEXT,

    CONSTRAINT "Capture_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EvidenceCheck" (
    "id" TEXT NOT NULL,
    "evidenceId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome" "EvidenceHealth" NOT NULL,
    "httpStatus" INTEGER,
    "finalAddress" TEXT,
    "reason" TEXT,
    "captureId" TEXT,

    CONSTRAINT "EvidenceCheck_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CodebookVersion" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "reason" TEXT,
    "publishedById" TEXT,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CodebookVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DoubleCoding" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "commitmentId" TEXT NOT NULL,
    "provisionId" TEXT,
    "asOf" DATE NOT NULL,
    "codebookVersion" INTEGER NOT NULL,
    "state" "DoubleCodingState" NOT NULL DEFAULT 'OPEN',
    "requestedById" TEXT,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revealedAt" TIMESTAMPTZ(3),
    "settledAt" TIMESTAMPTZ(3),
    "settledById" TEXT,
    "settledReason" TEXT,
    "assessmentId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "DoubleCoding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Coding" (
    "id" TEXT NOT NULL,
    "doubleCodingId" TEXT NOT NULL,
    "coderId" TEXT NOT NULL,
    "completion" "Completion",
    "counterAction" BOOLEAN NOT NULL DEFAULT false,
    "confidence" "Confidence",
    "rationale" TEXT,
    "submittedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Coding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CodingCitation" (
    "codingId" TEXT NOT NULL,
    "citationId" TEXT NOT NULL,

    CONSTRAINT "CodingCitation_pkey" PRIMARY KEY ("codingId","citationId")
);

-- CreateTable
CREATE TABLE "Party" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "kind" "PartyKind" NOT NULL,
    "code" TEXT,
    "name" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Party_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Contribution" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "commitmentId" TEXT NOT NULL,
    "partyId" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "datedOn" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "addedById" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Contribution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ContributionCitation" (
    "contributionId" TEXT NOT NULL,
    "citationId" TEXT NOT NULL,

    CONSTRAINT "ContributionCitation_pkey" PRIMARY KEY ("contributionId","citationId")
);

-- CreateTable
CREATE TABLE "Provision" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "commitmentId" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "title" JSONB NOT NULL,
    "speechAct" "SpeechAct" NOT NULL,
    "bearer" JSONB,
    "addressee" JSONB,
    "verifiability" "Verifiability" NOT NULL,
    "verifiabilityReason" TEXT,
    "dueOn" DATE,
    "duePrecision" "DuePrecision",
    "doneOn" DATE,
    "state" "ProvisionState" NOT NULL DEFAULT 'PROPOSED',
    "dropReason" TEXT,
    "proposedById" TEXT,
    "currentAssessmentId" TEXT,
    "statusSince" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Provision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProvisionSpan" (
    "id" TEXT NOT NULL,
    "provisionId" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "passageId" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "exact" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "suffix" TEXT NOT NULL,
    "method" "AnchorMethod",
    "score" DOUBLE PRECISION,
    "was" TEXT,
    "orphanedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ProvisionSpan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EvidenceTag" (
    "evidenceId" TEXT NOT NULL,
    "tagId" TEXT NOT NULL,

    CONSTRAINT "EvidenceTag_pkey" PRIMARY KEY ("evidenceId","tagId")
);

-- CreateIndex
CREATE INDEX "Capture_workspaceId_idx" ON "Capture"("workspaceId");

-- CreateIndex
CREATE UNIQUE INDEX "Capture_evidenceId_number_key" ON "Capture"("evidenceId", "number");

-- CreateIndex
CREATE INDEX "EvidenceCheck_evidenceId_at_idx" ON "EvidenceCheck"("evidenceId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "CodebookVersion_workspaceId_number_key" ON "CodebookVersion"("workspaceId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "DoubleCoding_assessmentId_key" ON "DoubleCoding"("assessmentId");

-- CreateIndex
CREATE INDEX "DoubleCoding_workspaceId_state_idx" ON "DoubleCoding"("workspaceId", "state");

-- CreateIndex
CREATE INDEX "DoubleCoding_commitmentId_idx" ON "DoubleCoding"("commitmentId");

-- CreateIndex
CREATE INDEX "Coding_coderId_idx" ON "Coding"("coderId");

-- CreateIndex
CREATE UNIQUE INDEX "Coding_doubleCodingId_coderId_key" ON "Coding"("doubleCodingId", "coderId");

-- CreateIndex
CREATE INDEX "CodingCitation_citationId_idx" ON "CodingCitation"("citationId");

-- CreateIndex
CREATE UNIQUE INDEX "Party_workspaceId_code_key" ON "Party"("workspaceId", "code");

-- CreateIndex
CREATE INDEX "Contribution_commitmentId_idx" ON "Contribution"("commitmentId");

-- CreateIndex
CREATE INDEX "Contribution_partyId_idx" ON "Contribution"("partyId");

-- CreateIndex
CREATE INDEX "Contribution_workspaceId_idx" ON "Contribution"("workspaceId");

-- CreateIndex
CREATE INDEX "ContributionCitation_citationId_idx" ON "ContributionCitation"("citationId");

-- CreateIndex
CREATE UNIQUE INDEX "Provision_currentAssessmentId_key" ON "Provision"("currentAssessmentId");

-- CreateIndex
CREATE INDEX "Provision_workspaceId_idx" ON "Provision"("workspaceId");

-- CreateIndex
CREATE UNIQUE INDEX "Provision_commitmentId_ordinal_key" ON "Provision"("commitmentId", "ordinal");

-- CreateIndex
CREATE INDEX "ProvisionSpan_passageId_idx" ON "ProvisionSpan"("passageId");

-- CreateIndex
CREATE UNIQUE INDEX "ProvisionSpan_provisionId_ordinal_key" ON "ProvisionSpan"("provisionId", "ordinal");

-- CreateIndex
CREATE INDEX "EvidenceTag_tagId_idx" ON "EvidenceTag"("tagId");

-- CreateIndex
CREATE INDEX "Assessment_provisionId_idx" ON "Assessment"("provisionId");

-- CreateIndex
CREATE INDEX "Assessment_workspaceId_review_idx" ON "Assessment"("workspaceId", "review");

-- CreateIndex
CREATE INDEX "Evidence_nextCheckAt_idx" ON "Evidence"("nextCheckAt");

-- AddForeignKey
ALTER TABLE "Capture" ADD CONSTRAINT "Capture_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Capture" ADD CONSTRAINT "Capture_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "Evidence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Capture" ADD CONSTRAINT "Capture_takenById_fkey" FOREIGN KEY ("takenById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceCheck" ADD CONSTRAINT "EvidenceCheck_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "Evidence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceCheck" ADD CONSTRAINT "EvidenceCheck_captureId_fkey" FOREIGN KEY ("captureId") REFERENCES "Capture"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CodebookVersion" ADD CONSTRAINT "CodebookVersion_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CodebookVersion" ADD CONSTRAINT "CodebookVersion_publishedById_fkey" FOREIGN KEY ("publishedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_provisionId_fkey" FOREIGN KEY ("provisionId") REFERENCES "Provision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_reviewedById_fkey" FOREIGN KEY ("reviewedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DoubleCoding" ADD CONSTRAINT "DoubleCoding_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DoubleCoding" ADD CONSTRAINT "DoubleCoding_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DoubleCoding" ADD CONSTRAINT "DoubleCoding_provisionId_fkey" FOREIGN KEY ("provisionId") REFERENCES "Provision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DoubleCoding" ADD CONSTRAINT "DoubleCoding_requestedById_fkey" FOREIGN KEY ("requestedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DoubleCoding" ADD CONSTRAINT "DoubleCoding_settledById_fkey" FOREIGN KEY ("settledById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DoubleCoding" ADD CONSTRAINT "DoubleCoding_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Coding" ADD CONSTRAINT "Coding_doubleCodingId_fkey" FOREIGN KEY ("doubleCodingId") REFERENCES "DoubleCoding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Coding" ADD CONSTRAINT "Coding_coderId_fkey" FOREIGN KEY ("coderId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CodingCitation" ADD CONSTRAINT "CodingCitation_codingId_fkey" FOREIGN KEY ("codingId") REFERENCES "Coding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CodingCitation" ADD CONSTRAINT "CodingCitation_citationId_fkey" FOREIGN KEY ("citationId") REFERENCES "Citation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Party" ADD CONSTRAINT "Party_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contribution" ADD CONSTRAINT "Contribution_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contribution" ADD CONSTRAINT "Contribution_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contribution" ADD CONSTRAINT "Contribution_partyId_fkey" FOREIGN KEY ("partyId") REFERENCES "Party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contribution" ADD CONSTRAINT "Contribution_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContributionCitation" ADD CONSTRAINT "ContributionCitation_contributionId_fkey" FOREIGN KEY ("contributionId") REFERENCES "Contribution"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContributionCitation" ADD CONSTRAINT "ContributionCitation_citationId_fkey" FOREIGN KEY ("citationId") REFERENCES "Citation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Provision" ADD CONSTRAINT "Provision_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Provision" ADD CONSTRAINT "Provision_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Provision" ADD CONSTRAINT "Provision_proposedById_fkey" FOREIGN KEY ("proposedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Provision" ADD CONSTRAINT "Provision_currentAssessmentId_fkey" FOREIGN KEY ("currentAssessmentId") REFERENCES "Assessment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProvisionSpan" ADD CONSTRAINT "ProvisionSpan_provisionId_fkey" FOREIGN KEY ("provisionId") REFERENCES "Provision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProvisionSpan" ADD CONSTRAINT "ProvisionSpan_passageId_fkey" FOREIGN KEY ("passageId") REFERENCES "Passage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceTag" ADD CONSTRAINT "EvidenceTag_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "Evidence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceTag" ADD CONSTRAINT "EvidenceTag_tagId_fkey" FOREIGN KEY ("tagId") REFERENCES "Tag"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What a schema cannot say.

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX "Evidence_searchText_idx" ON "Evidence" USING gin ("searchText" gin_trgm_ops);

ALTER TABLE "ProvisionSpan" ADD CONSTRAINT "ProvisionSpan_stands_in_order" CHECK (0 <= start AND start < "end");
ALTER TABLE "Provision" ADD CONSTRAINT "Provision_dropped_with_a_reason"
  CHECK (state <> 'DROPPED' OR "dropReason" IS NOT NULL);
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_returned_with_a_reason"
  CHECK (review <> 'RETURNED' OR "reviewReason" IS NOT NULL);
ALTER TABLE "Coding" ADD CONSTRAINT "Coding_whole_when_submitted"
  CHECK ("submittedAt" IS NULL OR (completion IS NOT NULL AND confidence IS NOT NULL AND rationale IS NOT NULL));

DROP TRIGGER "Assessment_is_never_rewritten" ON "Assessment";
CREATE TRIGGER "Assessment_is_never_rewritten"
  BEFORE UPDATE OF "commitmentId", "provisionId", "completion", "counterAction", "confidence", "rationale", "asOf",
    "codebookVersion", "recordedAt" ON "Assessment"
  FOR EACH ROW WHEN (OLD.review <> 'DRAFT') EXECUTE FUNCTION refuse_rewriting();

CREATE FUNCTION refuse_other_reviews() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an assessment does not go from % to %', OLD.review, NEW.review;
END $$;

CREATE TRIGGER "Assessment_is_reviewed_in_order"
  BEFORE UPDATE OF "review" ON "Assessment"
  FOR EACH ROW WHEN (OLD.review <> NEW.review AND NOT (
    (OLD.review = 'DRAFT' AND NEW.review IN ('SUBMITTED', 'APPROVED')) OR
    (OLD.review = 'SUBMITTED' AND NEW.review IN ('APPROVED', 'RETURNED'))))
  EXECUTE FUNCTION refuse_other_reviews();

CREATE TRIGGER "Coding_is_never_rewritten"
  BEFORE UPDATE OF "completion", "counterAction", "confidence", "rationale", "submittedAt" ON "Coding"
  FOR EACH ROW WHEN (OLD."submittedAt" IS NOT NULL) EXECUTE FUNCTION refuse_rewriting();

CREATE TRIGGER "Capture_is_never_rewritten"
  BEFORE UPDATE OF "number", "origin", "finalAddress", "takenAt", "httpStatus", "mediaType", "size", "sha256",
    "shownSize", "shownSha256", "text" ON "Capture"
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();

CREATE TRIGGER "CodebookVersion_is_never_rewritten"
  BEFORE UPDATE OF "number", "content", "reason", "publishedAt" ON "CodebookVersion"
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
