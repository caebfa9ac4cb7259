// Says by mail when a month costs more than planned. It stops nothing.

@description('Name of the budget.')
param name string

@description('Planned cost of a month in the currency of the subscription.')
param amount int

@description('First day of the month in which it begins, `yyyy-MM-dd`.')
param start string

@description('Who is written to.')
param email string

resource budget 'Microsoft.Consumption/budgets@2024-08-01' = {
  name: name
  properties: {
    category: 'Cost'
    amount: amount
    timeGrain: 'Monthly'
    timePeriod: { startDate: start }
    notifications: {
      spent80: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 80
        thresholdType: 'Actual'
        contactEmails: [email]
      }
      foreseen100: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: [email]
      }
    }
  }
}
