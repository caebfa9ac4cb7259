// One province's back office in one resource group: run `infra/deploy`, which fills in the parameters.
targetScope = 'resourceGroup'

@description('Short name of the place, for example `hue`; part of every resource name. Lower-case letters and digits.')
@minLength(2)
@maxLength(8)
param place string

@description('Azure region of everything. Data stay in it: no redundancy across regions is offered.')
param location string = resourceGroup().location

@description('Copies of the data: in one data centre (`Standard_LRS`) or over three zones of the region (`Standard_ZRS`).')
@allowed(['Standard_LRS', 'Standard_ZRS'])
param storageRedundancy string

@description('Days for which nobody can change or delete minutes that were handed in, counted from that hour; 0 for no such rule.')
@minValue(0)
@maxValue(146000)
param minutesProtectedDays int

@description('Days for which nobody can change or delete a daily anchor of the audit trail; 0 for no such rule.')
@minValue(0)
@maxValue(146000)
param anchorsProtectedDays int

@description('Days after which minutes move to cheaper storage that is read at a higher price.')
@minValue(30)
param minutesCoolAfterDays int

@description('Version of the `custom` runtime as the region lists it (`az functionapp list-flexconsumption-runtimes`).')
param runtimeVersion string

@description('Memory of one instance in MB.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int

@description('Most instances at once.')
@minValue(1)
@maxValue(1000)
param maximumInstances int

@description('Instances that are always ready for pages and hooks; each is paid for by the hour. 0 starts with the first request.')
@minValue(0)
@maxValue(20)
param alwaysReadyInstances int

@description('Base of every link in letters; empty for the address that Azure gives.')
param publicUrl string = ''

@description('Language of letters.')
@allowed(['vi', 'en'])
param letterLanguage string = 'vi'

@description('Who carries letters and with what: `provider` is Folder (letters go nowhere: only for a look), SendGrid or Smtp.')
param mail mailSettings

@description('API key of SendGrid, or password of the relay; empty where there is none.')
@secure()
param mailSecret string = ''

@description('What the `code` of the hooks must be; `infra/deploy` sets the function keys to the same value.')
@secure()
@minLength(32)
param hooksCode string

@description('What cells owe and when letters leave.')
param rhythm rhythmSettings

@description('Who is written to when something fails or costs more than planned.')
@minLength(6)
param alertEmail string

@description('Planned cost of a month in the currency of the subscription; mails go out at 80 % and when 100 % is foreseen.')
@minValue(1)
param monthlyBudget int

@description('First day of the month in which the budget begins; cannot change later. `yyyy-MM-dd`.')
param budgetStart string

@description('Most gigabytes of telemetry a day; what goes beyond is lost, not paid for.')
@minValue(1)
param telemetryGBPerDay int

@description('Object id of the person who runs commands such as `invite` from their own machine; empty for nobody.')
param operatorId string = ''

import { mailSettings, rhythmSettings } from 'modules/types.bicep'

var suffix = uniqueString(resourceGroup().id)
var tags = { product: 'ServerlessParty', place: place }

module identity 'modules/identity.bicep' = {
  params: { name: 'id-party-${place}', location: location, tags: tags }
}

module insights 'modules/insights.bicep' = {
  params: {
    name: 'party-${place}'
    location: location
    tags: tags
    gigabytesPerDay: telemetryGBPerDay
    senderPrincipalId: identity.outputs.principalId
  }
}

module data 'modules/data.bicep' = {
  params: {
    name: take('party${place}${suffix}', 24)
    location: location
    tags: tags
    redundancy: storageRedundancy
    principalId: identity.outputs.principalId
    operatorId: operatorId
  }
}

module retention 'modules/retention.bicep' = {
  params: {
    accountName: data.outputs.name
    minutesProtectedDays: minutesProtectedDays
    anchorsProtectedDays: anchorsProtectedDays
    minutesCoolAfterDays: minutesCoolAfterDays
  }
}

module host 'modules/host.bicep' = {
  params: {
    name: take('host${place}${suffix}', 24)
    location: location
    tags: tags
    redundancy: storageRedundancy
    principalId: identity.outputs.principalId
  }
}

module app 'modules/app.bicep' = {
  params: {
    name: 'party-${place}-${take(suffix, 6)}'
    location: location
    tags: tags
    identityId: identity.outputs.id
    packageContainerUrl: host.outputs.packageContainerUrl
    runtimeVersion: runtimeVersion
    instanceMemoryMB: instanceMemoryMB
    maximumInstances: maximumInstances
    alwaysReadyInstances: alwaysReadyInstances
  }
}

module settings 'modules/settings.bicep' = {
  params: {
    appName: app.outputs.name
    identityClientId: identity.outputs.clientId
    hostAccountName: host.outputs.name
    dataAccountName: data.outputs.name
    insightsName: insights.outputs.name
    publicUrl: empty(publicUrl) ? app.outputs.url : publicUrl
    letterLanguage: letterLanguage
    mail: mail
    mailSecret: mailSecret
    hooksCode: hooksCode
    rhythm: rhythm
  }
}

module alerts 'modules/alerts.bicep' = {
  params: {
    location: location
    tags: tags
    place: place
    email: alertEmail
    workspaceId: insights.outputs.workspaceId
    dataAccountId: data.outputs.id
  }
}

module budget 'modules/budget.bicep' = {
  params: { name: 'party-${place}', amount: monthlyBudget, start: budgetStart, email: alertEmail }
}

@description('Name of the function app that the package is published to.')
output appName string = app.outputs.name

@description('Where the product answers.')
output url string = empty(publicUrl) ? app.outputs.url : publicUrl

@description('Where Azure itself serves it, also before an address of one\'s own is bound.')
output ownUrl string = app.outputs.url

@description('Account of the data, for commands run from the operator\'s machine.')
output dataAccountName string = data.outputs.name
