// Telemetry: one workspace, one component that takes it only from the product's identity.

@description('Name of workspace and component.')
param name string

@description('Azure region.')
param location string

@description('Tags of the resources.')
param tags object

@description('Most gigabytes a day; the rest is lost, not paid for.')
param gigabytesPerDay int

@description('Object id of the identity that sends.')
param senderPrincipalId string

// Monitoring Metrics Publisher
var publisher = '3913510d-42f4-4e42-8a64-420c390055eb'

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' = {
  name: 'log-${name}'
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 90
    workspaceCapping: { dailyQuotaGb: gigabytesPerDay }
  }
}

resource component 'Microsoft.Insights/components@2020-02-02' = {
  name: 'appi-${name}'
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    DisableLocalAuth: true
  }
}

resource mayPublish 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(component.id, senderPrincipalId, publisher)
  scope: component
  properties: {
    principalId: senderPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', publisher)
  }
}

@description('Name of the component.')
output name string = component.name

@description('Resource id of the workspace that alerts ask.')
output workspaceId string = workspace.id
