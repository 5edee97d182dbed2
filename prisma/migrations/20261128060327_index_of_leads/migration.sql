-- CreateIndex
CREATE INDEX "Commitment_leadId_idx" ON "Commitment"("leadId");
