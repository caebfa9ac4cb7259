namespace ServerlessParty.Minutes.Forms;

/// <summary>Placeholder for merge.</summary>
public static class FormalityTexts
{
    public static string Of(FormalitySignal signal) => signal.Code;
}
