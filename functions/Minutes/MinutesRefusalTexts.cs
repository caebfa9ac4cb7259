namespace ServerlessParty.Minutes;

/// <summary>What a refusal says, in the reader's language.</summary>
public static class MinutesRefusalTexts
{
    public static string Get(string code) => code;
}
