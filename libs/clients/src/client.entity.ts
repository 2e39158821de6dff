import { Column, Entity, JoinColumn, ManyToOne, OneToMany, PrimaryColumn, type Relation } from 'typeorm';

/** The driver returns a bigint as text; amounts are safe integers. */
const amountColumn = {
  to: (amount: number | null) => amount,
  from: (text: string | null) => (text === null ? null : Number(text)),
};

/** A client's key; only its hash is kept. A client has at most two live keys, one in each slot. */
@Entity('client_keys')
export class ClientKeyEntity {
  @PrimaryColumn('bytea')
  hash!: Buffer;

  @Column('text', { name: 'client_id' })
  clientId!: string;

  @ManyToOne(() => ClientEntity, (client) => client.keys)
  @JoinColumn({ name: 'client_id' })
  client!: Relation<ClientEntity>;

  @Column('smallint')
  slot!: number;

  /** The end of the key. */
  @Column('text')
  hint!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;
}

/** A program that may call the service. */
@Entity('clients')
export class ClientEntity {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { array: true })
  scopes!: string[];

  /** Daily storage limits; `null` for no limit. */
  @Column('integer', { name: 'daily_refusals', nullable: true })
  dailyRefusals!: number | null;

  @Column('integer', { name: 'daily_bytes', nullable: true })
  dailyBytes!: number | null;

  /** The largest amount it may adjust a balance by; `null` for no limit. */
  @Column('bigint', { name: 'max_adjustment', nullable: true, transformer: amountColumn })
  maxAdjustment!: number | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;

  @OneToMany(() => ClientKeyEntity, (key) => key.client)
  keys!: ClientKeyEntity[];
}
