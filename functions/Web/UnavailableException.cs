namespace ServerlessParty.Web;

/// <summary>The product cannot serve anybody for now, and its operator can do something about it: answered with 503 and the words of <see cref="Code"/>.</summary>
/// <param name="code"><c>store.newer</c> or <c>store.upgrading</c>.</param>
/// <param name="line">One line for a console, Vietnamese and English.</param>
public sealed class UnavailableException(string code, string line) : Exception(line)
{
    public string Code { get; } = code;
}
