import { Column, Entity, Unique } from 'typeorm';
import { Labelled } from '#src/trust/access/index.js';

/** A region of the state, as the commission numbers them; a hearing can serve several. */
@Entity('zone')
@Unique('zone_number', ['number'])
export class Zone extends Labelled {
  @Column('integer')
  number: number;

  @Column('text')
  name: string;
}
