import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the hashes over the words of a user's transactions are salted with. */
@Entity('user_salts')
export class UserSaltEntity {
  @PrimaryColumn('smallint')
  shard!: number;

  @PrimaryColumn('text', { name: 'user_id' })
  userId!: string;

  @Column('bytea')
  salt!: Buffer;
}
