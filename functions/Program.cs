using ServerlessParty.Hosting;

return await Launch.RunAsync(args);
