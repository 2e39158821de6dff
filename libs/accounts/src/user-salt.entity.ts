import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The salt of the hashes over the texts of a user's transactions. */
@Entity('user_salts')
export class UserSaltEntity {
  @PrimaryColumn('smallint')
  shard!: number;

  @PrimaryColumn('text', { name: 'user_id' })
  userId!: string;

  @Column('bytea')
  salt!: Buffer;
}
