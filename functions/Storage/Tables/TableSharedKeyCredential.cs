using System.Security.Cryptography;
using System.Text;

namespace ServerlessParty.Storage.Tables;

/// <summary>The account's key. The key never leaves this class; requests get a signature made with it.</summary>
public sealed class TableSharedKeyCredential
{
    private byte[] _key;

    /// <exception cref="FormatException"><paramref name="accountKey"/> is not base64.</exception>
    public TableSharedKeyCredential(string accountName, string accountKey)
    {
        ArgumentException.ThrowIfNullOrEmpty(accountName);
        AccountName = accountName;
        _key = Decode(accountKey);
    }

    public string AccountName { get; }

    /// <summary>Changes the key of clients in use, for rotation without a restart.</summary>
    public void SetAccountKey(string accountKey) => Volatile.Write(ref _key, Decode(accountKey));

    internal string Sign(string text) =>
        Convert.ToBase64String(HMACSHA256.HashData(Volatile.Read(ref _key), Encoding.UTF8.GetBytes(text)));

    private static byte[] Decode(string accountKey)
    {
        ArgumentException.ThrowIfNullOrEmpty(accountKey);
        return Convert.FromBase64String(accountKey);
    }
}
