using ServerlessParty.Access;

namespace ServerlessParty.Hosting;

/// <summary><c>invite binh@example.org Commission 46</c>: gives a person a role over a unit; <c>-</c> stands for no unit.</summary>
internal sealed class InviteCommand(Invite invite) : ICommand
{
    public async Task<int> RunAsync(IReadOnlyList<string> words, CancellationToken cancellationToken) =>
        await invite.RunAsync(words[0], words[1], words[2], cancellationToken) switch
        {
            InviteOutcome.Invited invited => Tell(invited.Grant),
            InviteOutcome.Refused refused => throw new StartRefusedException($"invite: refused ({refused.Code})."),
            var other => throw new InvalidOperationException($"No words for {other}."),
        };

    private static int Tell(Grant grant)
    {
        Console.WriteLine($"invited {grant.Email} as {grant.Role} ({grant.Id})");
        return 0;
    }
}
