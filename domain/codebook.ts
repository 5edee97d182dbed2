// The method that judgements are made by: its scales, its definitions and its rules of counting.

/** Raised whenever any of them changes its meaning; a published summary names the version that it was made under. */
export const codebookVersion = 1;
