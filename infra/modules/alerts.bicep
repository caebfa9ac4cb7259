// Mails to whoever runs the product. Each looks for what the code writes; a test holds names and words against it.

@description('Azure region.')
param location string

@description('Tags of the resources.')
param tags object

@description('Short name of the place, part of every alert\'s name.')
param place string

@description('Who is written to.')
param email string

@description('Resource id of the workspace that holds the telemetry.')
param workspaceId string

@description('Resource id of the account of the data.')
param dataAccountId string

var timers = ['FileMail', 'KeepHouse', 'OpenPeriods', 'PlanReminders', 'SendLetters']
var timerList = '\'${join(timers, '\', \'')}\''

// A run ends with one line: its name, how it ended, and its counts as JSON.
var finished = ' Finished '
var sent = 'SendLetters${finished}'
var kept = 'KeepHouse${finished}'

var queries = [
  {
    name: 'failed-timers'
    severity: 2
    every: 'PT1H'
    over: 'PT1H'
    description: 'A timer failed. The next run goes on where it stopped; look at why if it goes on failing.'
    query: 'AppRequests | where Name in (${timerList}) and not(Success)'
  }
  {
    name: 'missed-timers'
    severity: 1
    every: 'PT1H'
    over: 'P2D'
    description: 'A timer has not come to its end for longer than it may: nothing is reminded, sent or filed.'
    query: 'let Start = toscalar(AppTraces | summarize min(TimeGenerated)); datatable(Name:string, Within:timespan)[\'FileMail\', 1h, \'KeepHouse\', 30h, \'OpenPeriods\', 3h, \'PlanReminders\', 3h, \'SendLetters\', 1h] | join kind=leftouter (AppTraces | where Message contains \'${finished}\' | summarize Last = max(TimeGenerated) by Name = tostring(split(Message, \' \')[0])) on Name | where coalesce(Last, Start, datetime(2000-01-01)) < now() - Within'
  }
  {
    name: 'uncertain-letters'
    severity: 2
    every: 'PT15M'
    over: 'PT15M'
    description: 'Whether a letter left is not known; it is not sent again by itself. Open the page Thư and settle it.'
    query: 'AppTraces | where Message startswith \'${sent}\' | extend Counts = parse_json(substring(Message, ${length(sent)})) | where toint(Counts.uncertain) > 0 or toint(Counts.failed) > 0'
  }
  {
    name: 'audit-broken'
    severity: 0
    every: 'PT1H'
    over: 'PT1H'
    description: 'The audit trail does not hold: something was changed outside the product. Keep the store as it is; run verify-audit.'
    query: 'AppTraces | where Message startswith \'${kept}\' | extend Counts = parse_json(substring(Message, ${length(kept)})) | where toint(Counts.brokenTrails) > 0'
  }
  {
    name: 'failing-pages'
    severity: 2
    every: 'PT15M'
    over: 'PT15M'
    description: 'Pages or hooks answer with errors of the server.'
    query: 'AppRequests | where Name !in (${timerList}) and ResultCode startswith \'5\''
  }
]

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'party-${place}'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: take('party${place}', 12)
    emailReceivers: [{ name: 'operator', emailAddress: email, useCommonAlertSchema: true }]
  }
}

resource queryAlerts 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for alert in queries: {
    name: 'party-${place}-${alert.name}'
    location: location
    tags: tags
    properties: {
      description: alert.description
      severity: alert.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: alert.every
      windowSize: alert.over
      autoMitigate: true
      criteria: {
        allOf: [{ query: alert.query, timeAggregation: 'Count', operator: 'GreaterThan', threshold: 0 }]
      }
      actions: { actionGroups: [people.id] }
    }
  }
]

resource storageErrors 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'party-${place}-storage-errors'
  location: 'global'
  tags: tags
  properties: {
    description: 'The storage of the data answers with its own errors, or refuses the product.'
    severity: 2
    enabled: true
    scopes: [dataAccountId]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'errors'
          metricNamespace: 'Microsoft.Storage/storageAccounts'
          metricName: 'Transactions'
          dimensions: [
            {
              name: 'ResponseType'
              operator: 'Include'
              values: [
                'AuthorizationError'
                'ServerBusyError'
                'ServerOtherError'
                'ServerTimeoutError'
              ]
            }
          ]
          operator: 'GreaterThan'
          threshold: 10
          timeAggregation: 'Total'
        }
      ]
    }
    actions: [{ actionGroupId: people.id }]
  }
}
