/** What a bundle of evidence holds: every file with its hash. The manifest is signed, so the bundle is. */
export interface Manifest {
  readonly kind: BundleKind;
  readonly version: '1';
  /** Of a bundle of a registration. */
  readonly registrationId?: string;
  readonly registrationNumber?: string | null;
  /** Of a bundle of an auction. */
  readonly auctionId?: string;
  /** Of a diligence pack: the transfer procedure and its achievement. */
  readonly procedureId?: string;
  readonly title?: string;
  /** Of a bundle of an introduction. */
  readonly introductionId?: string;
  readonly exportedAt: string;
  /** Who took it; null for what anybody may take. */
  readonly exportedBy: string | null;
  /** The sealed head of the audit chain when it was put together; null when nothing was sealed yet. */
  readonly auditHead: { readonly count: string; readonly head: string } | null;
  readonly files: readonly ManifestFile[];
}

export const bundleKinds = ['技术合同认定登记证据包', '公开竞价证据包', '尽职免责证据包', '引荐证据包'] as const;
export type BundleKind = (typeof bundleKinds)[number];

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
    const ours = bundleKinds.some((kind) => kind === value?.kind);
    return ours && Array.isArray(value?.files) ? (value as Manifest) : null;
  } catch {
    return null;
  }
}
