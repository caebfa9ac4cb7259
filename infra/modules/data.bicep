// The store: tables and private containers of one account that has no usable keys.
// No versioning and no soft delete of blobs: both hold for a whole account, and a mail that is marked secret must be gone
// when it is deleted from `intake`. Minutes and anchors are protected by rules on their own containers (retention.bicep).

@description('Name of the account.')
param name string

@description('Azure region.')
param location string

@description('Tags of the resource.')
param tags object

@description('SKU of the account.')
param redundancy string

@description('Object id of the product\'s identity.')
param principalId string

@description('Object id of the person who runs commands; empty for nobody.')
param operatorId string

var tableNames = [
  'Access'
  'Campaigns'
  'Dossiers'
  'Due'
  'Intake'
  'Letters'
  'Minutes'
  'Organizations'
  'Reminders'
  'Settings'
]

var containerNames = ['anchors', 'intake', 'keys', 'locks', 'minutes']

// Storage Blob Data Contributor, Storage Table Data Contributor
var roles = ['ba92f5b4-2d11-453d-a403-e96b0029c9fe', '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3']

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: redundancy }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      isVersioningEnabled: false
      deleteRetentionPolicy: { enabled: false }
      // Brings back only a container that was deleted as a whole, which the product never does.
      containerDeleteRetentionPolicy: { enabled: true, days: 30 }
    }

    resource containers 'containers' = [
      for container in containerNames: {
        name: container
        properties: { publicAccess: 'None' }
      }
    ]
  }

  resource tableService 'tableServices' = {
    name: 'default'

    resource tables 'tables' = [for table in tableNames: { name: table }]
  }
}

resource productRoles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in roles: {
    name: guid(account.id, principalId, role)
    scope: account
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

resource operatorRoles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in empty(operatorId) ? [] : roles: {
    name: guid(account.id, operatorId, role)
    scope: account
    properties: {
      principalId: operatorId
      principalType: 'User'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

@description('Name of the account.')
output name string = account.name

@description('Resource id of the account.')
output id string = account.id
