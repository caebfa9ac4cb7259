// A large province: tens of thousands of units, all reminded on one day. What is secret or one's own comes from the environment: see infra/deploy.
using 'main.bicep'

param place = readEnvironmentVariable('PARTY_PLACE')
param storageRedundancy = 'Standard_ZRS'
param minutesProtectedDays = 365
param anchorsProtectedDays = 3650
param minutesCoolAfterDays = 90

param runtimeVersion = readEnvironmentVariable('PARTY_RUNTIME_VERSION')
param instanceMemoryMB = 2048
param maximumInstances = 100
param alwaysReadyInstances = 1

param publicUrl = readEnvironmentVariable('PARTY_PUBLIC_URL', '')
param letterLanguage = readEnvironmentVariable('PARTY_LANGUAGE', 'vi')
param mail = {
  provider: readEnvironmentVariable('PARTY_MAIL_PROVIDER', 'Folder')
  from: readEnvironmentVariable('PARTY_MAIL_FROM')
  fromName: readEnvironmentVariable('PARTY_MAIL_NAME', '')
  eventPublicKey: readEnvironmentVariable('PARTY_EVENT_KEY', '')
  smtpHost: readEnvironmentVariable('PARTY_SMTP_HOST', '')
  smtpUser: readEnvironmentVariable('PARTY_SMTP_USER', '')
  inbound: !empty(readEnvironmentVariable('PARTY_INBOUND_DOMAIN', ''))
  inboundDomain: readEnvironmentVariable('PARTY_INBOUND_DOMAIN', '')
  inboundPublicKey: readEnvironmentVariable('PARTY_INBOUND_KEY', '')
}
param mailSecret = readEnvironmentVariable('PARTY_MAIL_SECRET', '')
param hooksCode = readEnvironmentVariable('PARTY_HOOKS_CODE')
param rhythm = {
  firstPeriod: readEnvironmentVariable('PARTY_FIRST_PERIOD', '')
  regularDueDay: 5
  thematicDueDay: 10
  sendingHours: '07:30-20:00'
  runCap: 20000
}

param alertEmail = readEnvironmentVariable('PARTY_ALERT_EMAIL')
param monthlyBudget = int(readEnvironmentVariable('PARTY_BUDGET', '150'))
param budgetStart = readEnvironmentVariable('PARTY_BUDGET_START')
param telemetryGBPerDay = 5
param operatorId = readEnvironmentVariable('PARTY_OPERATOR_ID', '')
