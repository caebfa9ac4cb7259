using System.Text.RegularExpressions;

namespace ServerlessParty.Storage.Tables;

/// <summary>A table's name: 3 to 63 ASCII letters and digits, a letter first, case-insensitive, not 'tables'.</summary>
internal static partial class TableNames
{
    public static string Checked(string tableName) =>
        Shape().IsMatch(tableName) && !tableName.Equals("tables", StringComparison.OrdinalIgnoreCase)
            ? tableName
            : throw new ArgumentException("A table's name is 3 to 63 ASCII letters and digits, a letter first.", nameof(tableName));

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9]{2,62}\z")]
    private static partial Regex Shape();
}
