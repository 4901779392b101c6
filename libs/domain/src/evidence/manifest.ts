/** What a bundle of evidence holds: every file with its hash. The manifest is signed, so the bundle is. */
export interface Manifest {
  readonly kind: '技术合同认定登记证据包';
  readonly version: '1';
  readonly registrationId: string;
  readonly registrationNumber: string | null;
  readonly exportedAt: string;
  readonly exportedBy: string;
  /** The sealed head of the audit chain when it was put together; null when nothing was sealed yet. */
  readonly auditHead: { readonly count: string; readonly head: string } | null;
  readonly files: readonly ManifestFile[];
}

export interface ManifestFile {
  readonly path: string;
  readonly sizeBytes: string;
  readonly sha256: string;
}

export const manifestPath = 'manifest.json';
export const signaturePath = 'manifest.signature.json';
export const auditPath = 'audit/records.json';

/** What is signed: apart from every other text that the same key signs. */
export const manifestText = (manifest: string): string => `qingyang-evidence-bundle\n${manifest}`;

/** Reads a manifest that was signed by us; null when it is none. */
export function readManifest(text: string): Manifest | null {
  try {
    const value = JSON.parse(text) as Partial<Manifest> | null;
    return value?.kind === '技术合同认定登记证据包' && Array.isArray(value.files) ? (value as Manifest) : null;
  } catch {
    return null;
  }
}
