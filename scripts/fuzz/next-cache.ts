// Stands in for next/cache where doors are knocked at in this process: there is no page to read again.

export function refresh(): void {}
