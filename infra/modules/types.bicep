// Shapes of the parameters that have several parts.

@export()
@description('Who carries letters, and mail that comes in.')
type mailSettings = {
  @description('`Folder` (letters go nowhere: only for a look), `SendGrid` or `Smtp`.')
  provider: 'Folder' | 'SendGrid' | 'Smtp'

  @description('Sender of letters, an address of a domain of one\'s own.')
  from: string

  @description('Name of the sender as readers see it.')
  fromName: string

  @description('Base of SendGrid\'s API; an account in the EU has its own.')
  sendGridUrl: string?

  @description('What SendGrid signs delivery events with, base64; empty: events are not checked by signature.')
  eventPublicKey: string?

  @description('Name of a relay of one\'s own.')
  smtpHost: string?

  @description('User of that relay; empty where it asks for none.')
  smtpUser: string?

  @description('Whether minutes are taken by mail.')
  inbound: bool

  @description('Domain of the units\' addresses, such as in.example.org; empty while mail in is off.')
  inboundDomain: string

  @description('What SendGrid signs incoming mail with, base64; empty: the code in the address alone.')
  inboundPublicKey: string?
}

@export()
@description('What cells owe and when letters leave.')
type rhythmSettings = {
  @description('First month whose minutes are owed, `yyyy-MM`; empty: monthly minutes are off.')
  firstPeriod: string

  @description('Day of the following month on which a month\'s minutes are due.')
  @minValue(1)
  @maxValue(28)
  regularDueDay: int

  @description('Day of the month after the quarter on which the thematic meeting\'s minutes are due.')
  @minValue(1)
  @maxValue(28)
  thematicDueDay: int

  @description('When letters may leave on a working day, Vietnam\'s time.')
  sendingHours: string

  @description('Most letters that one run hands over; below what the carrier allows in ten minutes.')
  @minValue(1)
  runCap: int
}
