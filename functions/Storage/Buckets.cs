using System.Security.Cryptography;
using System.Text;

namespace ServerlessParty.Storage;

/// <summary>Spreads keys evenly and always alike, in every process and version.</summary>
internal static class Buckets
{
    public static int Of(string key, int buckets) => SHA256.HashData(Encoding.UTF8.GetBytes(key))[0] % buckets;
}
