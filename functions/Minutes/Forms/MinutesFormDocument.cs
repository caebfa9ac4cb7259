using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using ServerlessParty.Obligations;

namespace ServerlessParty.Minutes.Forms;

/// <summary>
/// Prints a form as minutes on paper in the usual layout of the Party's cells. The paper is Vietnamese in whatever language the
/// page was. The same form and heading give the same bytes, so that a form handed in twice is known as a duplicate.
/// </summary>
public static partial class MinutesFormDocument
{
    private const int LeftWidth = 4_300;
    private const int RightWidth = 5_050;

    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi");

    /// <summary>Writes a DOCX; <paramref name="target"/> stays open.</summary>
    public static void Write(MinutesForm form, MinutesHeading heading, Stream target) =>
        PaperFile.Write(
            [Head(form, heading), .. Title(heading), .. MinutesPaper.Sections(form, heading.MeetingDate), .. Signatures(form)],
            target);

    private static Table Head(MinutesForm form, MinutesHeading heading) => Paper.Columns(
        LeftWidth,
        [
            .. heading.Superior is { } superior ? [Paper.Centred(superior.ToUpper(Vietnamese))] : Array.Empty<Paragraph>(),
            Paper.Centred(heading.Unit.ToUpper(Vietnamese), bold: true),
            Paper.Centred("*"),
            .. form.Number is { } number ? [Paper.Centred($"Số: {number}")] : Array.Empty<Paragraph>(),
        ],
        RightWidth,
        [
            Paper.Centred("ĐẢNG CỘNG SẢN VIỆT NAM", bold: true, underlined: true),
            Paper.Centred(PlaceAndDate(heading), italic: true),
        ]);

    private static string PlaceAndDate(MinutesHeading heading)
    {
        var commune = Commune().Match(heading.Superior ?? heading.Unit);
        return (commune.Success ? commune.Groups["name"].Value + ", " : "") + (heading.MeetingDate is { } day
            ? string.Create(CultureInfo.InvariantCulture, $"ngày {day.Day:D2} tháng {day.Month:D2} năm {day.Year}")
            : "ngày …… tháng …… năm ……");
    }

    private static Paragraph[] Title(MinutesHeading heading)
    {
        var kind = heading.Kind == ObligationKind.ThematicMinutes ? "chuyên đề" : "thường kỳ";
        return
        [
            Paper.Centred(""),
            Paper.Centred("BIÊN BẢN", bold: true, size: 32),
            Paper.Centred($"Họp chi bộ {kind} {ObligationNames.Of(heading.Period, Vietnamese)}", bold: true),
            Paper.Centred("-----"),
        ];
    }

    private static IEnumerable<OpenXmlElement> Signatures(MinutesForm form) =>
    [
        Paper.Centred(""),
        Paper.Columns(
            LeftWidth, Signature("THƯ KÝ", form.SignedByMinuteTaker ?? form.MinuteTaker),
            RightWidth, Signature("CHỦ TRÌ", form.SignedByChair ?? form.Chair)),
    ];

    /// <summary>With room to sign by hand, should somebody print it.</summary>
    private static IEnumerable<Paragraph> Signature(string office, string? name) =>
    [
        Paper.Centred(office, bold: true),
        Paper.Centred(""), Paper.Centred(""), Paper.Centred(""),
        Paper.Centred(name is null ? "" : FormLines.Name(name), bold: true),
    ];

    /// <summary>Papers name the commune they are made in; the names of its organizations end with it.</summary>
    [GeneratedRegex(@"\b(?i:xã|phường|thị trấn|đặc khu)\s+(?<name>\p{Lu}[\p{L}\s\-']{1,40})$", RegexOptions.CultureInvariant)]
    private static partial Regex Commune();
}
