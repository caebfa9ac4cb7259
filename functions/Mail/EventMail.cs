using ServerlessParty.Mail.Templates;

namespace ServerlessParty.Mail;

/// <summary>A letter that one event causes, sent at once by the request that caused it.</summary>
/// <param name="Class">One of <see cref="LetterClass"/>.</param>
/// <param name="EventId">Names the event: 1 to 80 letters, digits, dots and hyphens. A letter of the same class, day, address and event is sent once.</param>
/// <param name="To">The address, lower case.</param>
/// <param name="Subject">Holds no person's name, rating or address.</param>
/// <param name="Paragraphs">Plain text; what belongs to lists is one paragraph with line breaks.</param>
/// <param name="Link">A button below the paragraphs, or null.</param>
public sealed record EventMail(
    string Class, string EventId, string To, string Subject, IReadOnlyList<string> Paragraphs, EventMailLink? Link = null)
{
    /// <summary>Paragraphs below the button.</summary>
    public IReadOnlyList<string> Closing { get; init; } = [];

    /// <summary>Where an answer goes; null: to the sender.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>Two letters, for screen readers; null: the store's.</summary>
    public string? Language { get; init; }

    /// <summary>What a text of the store's own is filled with; null where the text can't be changed.</summary>
    public LetterValues? Values { get; init; }

    /// <summary>The letter as plain text.</summary>
    public string ToText()
    {
        string[] link = Link is null ? [] : [$"{Link.Text}:\n{Link.Address.AbsoluteUri}"];
        return string.Join("\n\n", [.. Paragraphs, .. link, .. Closing]) + "\n";
    }
}

/// <param name="Text">What the button says.</param>
public sealed record EventMailLink(Uri Address, string Text);

/// <summary>What a letter says, apart from its words.</summary>
/// <param name="Fields">A value for each of the kind's fields but its pivot.</param>
public sealed record LetterValues(LetterKind Kind, IReadOnlyDictionary<string, string> Fields);
