// Settings of the app. Names with two underscores are the product's own and are held against its code by a test. The runtime
// is named in app.bicep: Flex Consumption does not take FUNCTIONS_WORKER_RUNTIME as a setting.
import { mailSettings, rhythmSettings } from 'types.bicep'

@description('Name of the function app.')
param appName string

@description('Client id of the product\'s identity.')
param identityClientId string

@description('Account that the Functions host keeps its own things in.')
param hostAccountName string

@description('Account of the data.')
param dataAccountName string

@description('Name of the telemetry component.')
param insightsName string

@description('Base of every link in letters.')
param publicUrl string

@description('Language of letters.')
param letterLanguage string

@description('Who carries letters, and mail that comes in.')
param mail mailSettings

@description('API key of SendGrid, or password of the relay.')
@secure()
param mailSecret string

@description('What the `code` of the hooks must be.')
@secure()
param hooksCode string

@description('What cells owe and when letters leave.')
param rhythm rhythmSettings

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

var platform = {
  AzureWebJobsStorage__accountName: hostAccountName
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  // Alerts count requests and read the lines of runs, so that neither is thinned out.
  AzureFunctionsJobHost__logging__applicationInsights__samplingSettings__excludedTypes: 'Request;Trace;Exception'
  APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
  // By these the product's own requests to storage carry this identity and look for no other.
  AZURE_CLIENT_ID: identityClientId
  AZURE_TOKEN_CREDENTIALS: 'ManagedIdentityCredential'
}

var product = {
  Storage__AccountName: dataAccountName
  Web__PublicUrl: publicUrl
  Store__Language: letterLanguage
  Hooks__Code: hooksCode
  Mail__Provider: mail.provider
  Mail__From: mail.from
  Mail__FromName: mail.fromName
  Mail__Inbound__Enabled: mail.inbound ? 'true' : 'false'
  Mail__Inbound__Domain: mail.inboundDomain
  Mail__Inbound__PublicKey: mail.?inboundPublicKey ?? ''
  Minutes__FirstPeriod: rhythm.firstPeriod
  Minutes__RegularDueDay: string(rhythm.regularDueDay)
  Minutes__ThematicDueDay: string(rhythm.thematicDueDay)
  Reminders__SendingHours: rhythm.sendingHours
  Reminders__RunCap: string(rhythm.runCap)
}

var sendGrid = {
  Mail__SendGrid__ApiKey: mailSecret
  Mail__SendGrid__BaseUrl: mail.?sendGridUrl ?? 'https://api.sendgrid.com'
  Mail__SendGrid__EventPublicKey: mail.?eventPublicKey ?? ''
}

var smtp = {
  Mail__Smtp__Host: mail.?smtpHost ?? ''
  Mail__Smtp__User: mail.?smtpUser ?? ''
  Mail__Smtp__Password: mailSecret
}

var carrier = mail.provider == 'SendGrid' ? sendGrid : (mail.provider == 'Smtp' ? smtp : {})

resource app 'Microsoft.Web/sites@2025-03-01' existing = {
  name: appName

  resource settings 'config' = {
    name: 'appsettings'
    properties: union(platform, product, carrier)
  }
}
