using ServerlessParty.Hosting;

await BackOffice.Build(args).RunAsync();
