namespace ServerlessParty.Benchmarks;

/// <summary>
/// List prices of Azure in USD as published in 2025 and 2026, put down on 24/11/2026; to be looked up again before anybody plans
/// with them. Functions, tables and kept blobs are as in <c>infra/README.md</c>; those of requests to blobs and the least second
/// of an execution were put down from memory.
/// </summary>
internal static class Prices
{
    public const string Read = "24/11/2026";

    /// <summary>Flex Consumption, on demand; above <see cref="FreeGigabyteSeconds"/> a month and subscription.</summary>
    public const double GigabyteSecond = 0.000026;

    public const double FreeGigabyteSeconds = 100_000;

    /// <summary>Flex Consumption; above <see cref="FreeExecutions"/> a month and subscription.</summary>
    public const double MillionExecutions = 0.40;

    public const double FreeExecutions = 250_000;

    /// <summary>What an execution is charged for at least, in seconds.</summary>
    public const double LeastSeconds = 1;

    /// <summary>Memory of the instances that <c>infra/</c> asks for, in GB.</summary>
    public const double InstanceGigabytes = 2;

    public const double MillionTableRequests = 0.36;

    /// <summary>Hot, locally redundant.</summary>
    public const double MillionBlobWrites = 5.50;

    /// <summary>Hot, locally redundant.</summary>
    public const double MillionBlobReads = 0.44;

    /// <summary>A month; hot, locally redundant.</summary>
    public const double GigabyteOfBlobs = 0.02;

    /// <summary>A month.</summary>
    public const double GigabyteOfTables = 0.05;
}
