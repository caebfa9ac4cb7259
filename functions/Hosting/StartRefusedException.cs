namespace ServerlessParty.Hosting;

/// <summary>The app cannot start, and its operator can do something about it: one line is shown, and no stack trace.</summary>
public sealed class StartRefusedException(string message, Exception? inner = null) : Exception(message, inner);
