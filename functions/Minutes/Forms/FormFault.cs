namespace ServerlessParty.Minutes.Forms;

/// <summary>Placeholder for merge.</summary>
public sealed record FormFault(string Field, string Code, string Message);

/// <summary>Placeholder for merge.</summary>
public abstract record ReadMinutesForm
{
    private ReadMinutesForm()
    {
    }

    public sealed record Fine(MinutesForm Form) : ReadMinutesForm;

    public sealed record Faulty(IReadOnlyList<FormFault> Faults) : ReadMinutesForm;
}
