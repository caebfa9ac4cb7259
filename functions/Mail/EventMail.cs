namespace ServerlessParty.Mail;

/// <summary>A letter that one event causes, sent at once by the request that caused it.</summary>
/// <param name="Class">One of <see cref="LetterClass"/>.</param>
/// <param name="EventId">Names the event: 1 to 80 letters, digits, dots and hyphens. A letter of the same class, day, address and event is sent once.</param>
/// <param name="To">The address, lower case.</param>
/// <param name="Subject">Holds no person's name, rating or address.</param>
/// <param name="Paragraphs">Plain text; what belongs to lists is one paragraph with line breaks.</param>
/// <param name="Link">A button at the end, or null.</param>
public sealed record EventMail(
    string Class, string EventId, string To, string Subject, IReadOnlyList<string> Paragraphs, EventMailLink? Link = null);

/// <param name="Text">What the button says.</param>
public sealed record EventMailLink(Uri Address, string Text);
