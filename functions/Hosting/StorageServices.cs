using Azure.Core;
using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using ServerlessParty.Access;
using ServerlessParty.Audit;
using ServerlessParty.Classification;
using ServerlessParty.Hosting.Timers;
using ServerlessParty.Mail;
using ServerlessParty.Mail.Inbound;
using ServerlessParty.Mail.Templates;
using ServerlessParty.Minutes;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;
using ServerlessParty.Reminders;
using ServerlessParty.Reminders.Rules;
using ServerlessParty.Storage;
using ServerlessParty.Storage.Blobs;
using ServerlessParty.Storage.Upgrades;
using ServerlessParty.Web;

namespace ServerlessParty.Hosting;

internal static class StorageServices
{
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection("Storage"));
        services.AddSingleton<StorageTransport>();
        services.AddSingleton(provider => Open(
            provider.GetRequiredService<IOptions<StorageOptions>>().Value, provider.GetRequiredService<StorageTransport>()));
        services.AddSingleton(provider => new DossierTable(
            () => provider.GetRequiredService<Store>().Dossiers, provider.GetRequiredService<TimeProvider>()));
        services.AddOrganizationTables();
        services.AddSingleton<DueTable>().AddSingleton<UnitCursors>().AddSingleton<IDueIndex, DueIndex>();
        services.AddSingleton<ObligationOpenings>().AddSingleton<UnitClosures>().AddSingleton<IObligations, ObligationTable>();
        services.AddMinutesTables();
        services.AddSingleton<ICampaigns, CampaignTable>();
        services.AddSingleton<IReminderLedger, ReminderTable>().AddSingleton<IReminderSettings, ReminderSettingsTable>();
        services.AddSingleton<SettingTexts>().AddSingleton<IRuleSets, RuleSetTable>().AddSingleton<ITemplateStore, TemplateTable>();
        services.AddSingleton<IHealthProbe, StoreProbe>().AddSingleton<IStoreEmptier, StoreEmptier>();
        services.AddSingleton<LetterAddresses>().AddSingleton<LetterPlans>().AddSingleton<ILetters, LetterTable>()
            .AddSingleton<ILetterRecords, LetterRecords>();
        services.AddSingleton<IntakeBlobs>().AddSingleton<IIntake, IntakeTable>();
        services.AddSingleton<IAuditTrail, AuditTable>().AddSingleton<IStoreTrail, StoreTrail>().AddSingleton<IAuditAnchors, AnchorBlobs>();
        services.AddSingleton<ISecretKeys, SecretKeyBlobs>();
        services.AddSingleton<IGrants, GrantTable>().AddSingleton<ISignInTokens, SignInTokenTable>();
        services.AddSingleton<IOpeningMarks, OpeningMarkTable>();
        services.AddSingleton<IRunLeases, BlobLeases>().AddSingleton<UpgradeStore>();
        services.AddSingleton<IRunHistory, RunTable>().AddSingleton<ITrailWatch, TrailWatchTable>();
        services.AddSingleton<KeyRingBlobs>();
        services.AddOptions<KeyManagementOptions>().Configure<KeyRingBlobs>((options, ring) => options.XmlRepository = ring);
        return services;
    }

    private static void AddOrganizationTables(this IServiceCollection services) => services
        .AddSingleton<OrganizationProjection>()
        .AddSingleton<OrganizationStamp>()
        .AddSingleton<OrganizationMoves>()
        .AddSingleton<OrganizationSaves>()
        .AddSingleton<OrganizationPending>()
        .AddSingleton<IOrganizations, OrganizationTable>();

    private static void AddMinutesTables(this IServiceCollection services) => services
        .AddSingleton<MinutesBlobs>()
        .AddSingleton<MinutesDebts>()
        .AddSingleton<MinutesProjection>()
        .AddSingleton<MinutesRebuild>()
        .AddSingleton<IMinutes, MinutesTable>()
        .AddSingleton<IMinutesIndex, MinutesIndexTable>();

    private static Store Open(StorageOptions options, StorageTransport transport)
    {
        var tableOptions = new TableClientOptions { Transport = transport.Transport };
        var blobOptions = new BlobClientOptions { Transport = transport.Transport };
        tableOptions.AddPolicy(new StorageMeasures.CountRequests("table"), HttpPipelinePosition.PerRetry);
        blobOptions.AddPolicy(new StorageMeasures.CountRequests("blob"), HttpPipelinePosition.PerRetry);
        if (options.ConnectionString is { } connection)
        {
            return new(new TableServiceClient(connection, tableOptions), new BlobServiceClient(connection, blobOptions), options.Prefix);
        }

        TokenCredential credential = new DefaultAzureCredential();
        return new(
            new TableServiceClient(new Uri($"https://{options.AccountName}.table.core.windows.net"), credential, tableOptions),
            new BlobServiceClient(new Uri($"https://{options.AccountName}.blob.core.windows.net"), credential, blobOptions),
            options.Prefix);
    }
}
