import { Column, Entity, PrimaryColumn } from 'typeorm';
import { bigintColumn } from '#platform/database/transformers.js';

/** Table `contract_registration`. */
@Entity('contract_registration')
export class ContractRegistrationRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'organization_id' }) organizationId!: string;
  @Column('uuid', { name: 'contract_id' }) contractId!: string;
  @Column('jsonb') contract!: unknown;
  @Column('uuid', { name: 'party_ids', array: true }) partyIds!: string[];
  @Column('text') state!: string;
  @Column('text') office!: string;
  @Column('jsonb') landing!: unknown;
  @Column('boolean') disputed!: boolean;
  @Column('text', { name: 'rule_set_id', nullable: true }) ruleSetId!: string | null;
  @Column('date', { name: 'accepted_on', nullable: true }) acceptedOn!: string | null;
  @Column('date', { name: 'due_on', nullable: true }) dueOn!: string | null;
  @Column('text', { name: 'due_note', nullable: true }) dueNote!: string | null;
  @Column('text', { name: 'provisional_number' }) provisionalNumber!: string;
  @Column('boolean', { name: 'technology_import' }) technologyImport!: boolean;
  @Column('text', { name: 'contract_text_hash', nullable: true }) contractTextHash!: string | null;
  @Column('jsonb', { name: 'code_confirmations' }) codeConfirmations!: unknown;
  @Column('date', { name: 'reminder_on', nullable: true }) reminderOn!: string | null;
  @Column('uuid', { name: 'examiner_id', nullable: true }) examinerId!: string | null;
  @Column('timestamptz', { name: 'held_since' }) heldSince!: Date;
  @Column('boolean', { name: 'second_person_due' }) secondPersonDue!: boolean;
  @Column('integer') revision!: number;
  @Column('timestamptz', { name: 'changed_at', nullable: true }) changedAt!: Date | null;
  @Column('text', { name: 'party_codes', array: true }) partyCodes!: string[];
  @Column('text', { name: 'supplement_request', nullable: true }) supplementRequest!: string | null;
  @Column('jsonb') supplements!: unknown;
  @Column('bigint', { name: 'contract_value_fen', transformer: bigintColumn }) contractValueFen!: bigint;
  @Column('text', { name: 'verified_type', nullable: true }) verifiedType!: string | null;
  @Column('bigint', { name: 'verified_technology_value_fen', nullable: true, transformer: bigintColumn })
  verifiedTechnologyValueFen!: bigint | null;
  @Column('text', { name: 'determination_reason', nullable: true }) determinationReason!: string | null;
  @Column('boolean', { name: 'landing_confirmed', nullable: true }) landingConfirmed!: boolean | null;
  @Column('uuid', { name: 'determined_by', nullable: true }) determinedBy!: string | null;
  @Column('uuid', { name: 'reviewed_by', nullable: true }) reviewedBy!: string | null;
  @Column('timestamptz', { name: 'registered_at', nullable: true }) registeredAt!: Date | null;
  @Column('text', { name: 'registration_number', nullable: true }) registrationNumber!: string | null;
  @Column('jsonb', { name: 'refusal_grounds' }) refusalGrounds!: unknown;
  @Column('text', { name: 'closing_reason', nullable: true }) closingReason!: string | null;
  @Column('timestamptz', { name: 'contract_ended_at', nullable: true }) contractEndedAt!: Date | null;
  @Column('bigint', { name: 'settled_contract_value_fen', nullable: true, transformer: bigintColumn })
  settledContractValueFen!: bigint | null;
  @Column('bigint', { name: 'settled_technology_value_fen', nullable: true, transformer: bigintColumn })
  settledTechnologyValueFen!: bigint | null;
  @Column('text', { name: 'open_change', nullable: true }) openChange!: string | null;
  @Column('boolean', { name: 'change_due' }) changeDue!: boolean;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
}
