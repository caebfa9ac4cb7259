namespace ServerlessParty.Storage.Tables;

/// <summary>Codes of the service's refusals that callers tell apart; compare with <c>RequestFailedException.ErrorCode</c>.</summary>
public readonly record struct TableErrorCode
{
    private readonly string _value;

    public TableErrorCode(string value) => _value = value;

    public static TableErrorCode EntityAlreadyExists { get; } = new(nameof(EntityAlreadyExists));

    public static TableErrorCode ResourceNotFound { get; } = new(nameof(ResourceNotFound));

    public static TableErrorCode TableAlreadyExists { get; } = new(nameof(TableAlreadyExists));

    public static TableErrorCode TableNotFound { get; } = new(nameof(TableNotFound));

    public static TableErrorCode UpdateConditionNotSatisfied { get; } = new(nameof(UpdateConditionNotSatisfied));

    public static implicit operator TableErrorCode(string value) => new(value);

    public static bool operator ==(TableErrorCode code, string? value) => code._value == value;

    public static bool operator !=(TableErrorCode code, string? value) => code._value != value;

    public static bool operator ==(string? value, TableErrorCode code) => code._value == value;

    public static bool operator !=(string? value, TableErrorCode code) => code._value != value;

    public override string ToString() => _value;
}
