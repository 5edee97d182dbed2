// The names under which this page's drafts are kept; known to the forms in the browser and to the server that places them.

export const leadDraft = (commitmentId: string) => `lead-of-${commitmentId}`;
export const doneDraft = (commitmentId: string) => `done-of-${commitmentId}`;
export const assessmentDraft = (commitmentId: string) => `assessment-of-${commitmentId}`;
export const newNoteDraft = (commitmentId: string) => `note-on-${commitmentId}`;
export const noteDraft = (noteId: string) => `note-${noteId}`;
export const newEvidenceDraft = (commitmentId: string) => `evidence-of-${commitmentId}`;
export const evidenceDraft = (citationId: string) => `evidence-${citationId}`;
export const newContributionDraft = (commitmentId: string) => `contribution-to-${commitmentId}`;
export const contributionDraft = (contributionId: string) => `contribution-${contributionId}`;
export const newProvisionDraft = (commitmentId: string) => `provision-of-${commitmentId}`;
export const provisionDraft = (provisionId: string) => `provision-${provisionId}`;
export const dropDraft = (provisionId: string) => `drop-of-${provisionId}`;
export const sourceDraft = (evidenceId: string) => `source-${evidenceId}`;
export const citeDraft = (evidenceId: string) => `cite-${evidenceId}`;
export const sourceTagsDraft = (evidenceId: string) => `tags-of-source-${evidenceId}`;
export const requestDraft = (commitmentId: string) => `double-coding-of-${commitmentId}`;
export const codingDraft = (doubleCodingId: string) => `coding-of-${doubleCodingId}`;
export const settleDraft = (doubleCodingId: string) => `settle-${doubleCodingId}`;
