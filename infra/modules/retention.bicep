// What may not be deleted, and what moves to cheaper storage. The rules are unlocked: an owner of the account can take them
// away, which the activity log shows. Locking is for good and is left to the province.

@description('Name of the account of the data.')
param accountName string

@description('Days for which minutes cannot be changed or deleted; 0 for no rule.')
param minutesProtectedDays int

@description('Days for which anchors cannot be changed or deleted; 0 for no rule.')
param anchorsProtectedDays int

@description('Days after which minutes move to the cool tier.')
param minutesCoolAfterDays int

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: accountName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource minutes 'containers' existing = { name: 'minutes' }

    resource anchors 'containers' existing = { name: 'anchors' }
  }
}

resource minutesRule 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2025-06-01' = if (minutesProtectedDays > 0) {
  parent: account::blobs::minutes
  name: 'default'
  properties: {
    immutabilityPeriodSinceCreationInDays: minutesProtectedDays
    allowProtectedAppendWrites: false
  }
}

resource anchorsRule 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2025-06-01' = if (anchorsProtectedDays > 0) {
  parent: account::blobs::anchors
  name: 'default'
  properties: {
    immutabilityPeriodSinceCreationInDays: anchorsProtectedDays
    allowProtectedAppendWrites: false
  }
}

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2025-06-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'minutes-to-cool'
          type: 'Lifecycle'
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['minutes/'] }
            actions: { baseBlob: { tierToCool: { daysAfterCreationGreaterThan: minutesCoolAfterDays } } }
          }
        }
      ]
    }
  }
}
