namespace ServerlessParty.Tests.Support.FunctionsHost;

/// <summary>Tests that start whole apps, one class after the other.</summary>
[CollectionDefinition(Name)]
public sealed class ChildProcesses
{
    public const string Name = "Whole apps";
}
