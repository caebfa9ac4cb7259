using System.Globalization;
using System.Net;

namespace ServerlessParty.Mail.Smtp;

/// <summary>How the line to a relay is protected.</summary>
public enum SmtpTls
{
    /// <summary>Not at all: for a relay on this machine or in the same room.</summary>
    None,

    /// <summary>Begins in the clear and must turn to TLS before anything is said.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Implicit,
}

/// <summary>Settings <c>Mail:Smtp:*</c>. No record: what prints itself would print the password.</summary>
public sealed class SmtpOptions
{
    public string Host { get; set; } = "";

    /// <summary>1 to 65535; empty for the usual one: 25, with <c>StartTls</c> 587, with <c>Implicit</c> 465.</summary>
    public string Port { get; set; } = "";

    /// <summary>Empty: the relay asks for none.</summary>
    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>The name of a <see cref="SmtpTls"/>, in any case; empty: none on this machine, <c>StartTls</c> elsewhere.</summary>
    public string Tls { get; set; } = "";

    /// <summary>Whether the relay runs on this machine.</summary>
    public bool IsOnMachine => Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address));

    /// <summary>Null when <see cref="Tls"/> names none.</summary>
    public SmtpTls? Mode => Tls.Length == 0 ? (IsOnMachine ? SmtpTls.None : SmtpTls.StartTls)
        : Enum.TryParse<SmtpTls>(Tls, ignoreCase: true, out var mode) && Enum.IsDefined(mode) && !char.IsAsciiDigit(Tls[0])
            ? mode : null;

    /// <summary>Null when <see cref="Port"/> is none.</summary>
    public int? PortNumber => Port.Length == 0
        ? Mode switch { SmtpTls.Implicit => 465, SmtpTls.StartTls => 587, _ => 25 }
        : ushort.TryParse(Port, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0 ? port : null;

    /// <param name="isCarrier">Whether letters go this way; else only what is said at all must make sense.</param>
    internal IEnumerable<string> Flaws(bool isCarrier)
    {
        if (isCarrier ? Uri.CheckHostName(Host) == UriHostNameType.Unknown : Host.Any(char.IsWhiteSpace))
        {
            yield return "Mail__Smtp__Host: needed, the relay's name or address.";
        }

        if (PortNumber is null)
        {
            yield return $"Mail__Smtp__Port: must be a number from 1 to 65535, not `{Port}`.";
        }

        if (Mode is null)
        {
            yield return $"Mail__Smtp__Tls: must be None, StartTls or Implicit, not `{Tls}`.";
        }

        if (User.Length == 0 != (Password.Length == 0))
        {
            yield return "Mail__Smtp__User: a user needs a password (Mail__Smtp__Password), and a password a user.";
        }

        if (User.Length > 0 && Mode is SmtpTls.None && !IsOnMachine)
        {
            yield return "Mail__Smtp__Tls: must not be None where a password is sent to another machine.";
        }
    }
}
