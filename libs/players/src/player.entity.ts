import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A user who signed up with a password; only its hash is stored. */
@Entity('players')
export class PlayerEntity {
  @PrimaryColumn('smallint')
  shard!: number;

  @PrimaryColumn('text', { name: 'user_id' })
  userId!: string;

  @Column('text', { name: 'password_hash' })
  passwordHash!: string;
}
