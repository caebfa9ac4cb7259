namespace ServerlessParty.Minutes.Forms;

/// <summary>What is wrong with what was typed into the form.</summary>
/// <param name="Field">The name of the input; empty when it is the form as a whole.</param>
/// <param name="Code">A stable word: <c>form.time</c>.</param>
/// <param name="Message">What to do, in the caller's language.</param>
public sealed record FormFault(string Field, string Code, string Message);

/// <summary>What reading a form came to.</summary>
public abstract record ReadMinutesForm
{
    private ReadMinutesForm()
    {
    }

    public sealed record Fine(MinutesForm Form) : ReadMinutesForm;

    public sealed record Faulty(IReadOnlyList<FormFault> Faults) : ReadMinutesForm;
}
