using ServerlessParty.Minutes;
using ServerlessParty.Tests.Minutes.Content.Making;

namespace ServerlessParty.Tests.Minutes.Content;

/// <summary>Word and OpenDocument files that carry what a document may not carry, or are locked.</summary>
internal static class HostileDocuments
{
    private const string Office = "application/vnd.ms-office.";
    private const string MacroDocument = "application/vnd.ms-word.document.macroEnabled.main+xml";
    private const string Listener =
        "<office:event-listeners><script:event-listener script:event-name=\"dom:load\" "
        + "xlink:href=\"vnd.sun.star.script:x.py$run?language=Python&amp;location=share\"/></office:event-listeners>";

    public static IEnumerable<HostileFile> All { get; } =
    [
        Docx("a Word document with macros by its type", MinutesRefusals.Macros, new DocxMaker { MainType = MacroDocument }),
        Docx("a Word document with a macro part", MinutesRefusals.Macros,
            new DocxMaker().With("word/vbaProject.bin", OleMaker.With("VBA"), Office + "vbaProject")),
        Docx("a Word document with a macro part under another name", MinutesRefusals.Macros,
            new DocxMaker().With("word/x.bin", OleMaker.With("VBA"), Office + "vbaProject")),
        Docx("a Word document with a macro part nobody names", MinutesRefusals.Macros,
            new DocxMaker().With("word/vbaProject.bin", OleMaker.With("VBA"))),
        Docx("a Word document with an object of another program", MinutesRefusals.Executable,
            new DocxMaker().With("word/embeddings/oleObject1.bin", OleMaker.With("\u0001Ole10Native"))),
        Docx("a Word document with a program inside", MinutesRefusals.Executable,
            new DocxMaker().With("word/media/image1.png", HostilePrograms.Windows())),
        Docx("a Word document with a script inside by its name", MinutesRefusals.Executable,
            new DocxMaker().With("word/embeddings/a.js", "x"u8.ToArray())),
        Docx("a Word document with a control of another program", MinutesRefusals.Executable, Control("{00000000-1111-2222-3333-444444444444}")),
        Docx("a Word document with a template from the network", MinutesRefusals.Executable,
            new DocxMaker().WithLink("attachedTemplate", "https://example.org/t.dotm")),
        Docx("a Word document with an object from the network", MinutesRefusals.Executable,
            new DocxMaker().WithLink("oleObject", "mhtml:https://example.org/x!x-usc:y")),
        Docx("a Word document with a field that starts a program", MinutesRefusals.Executable,
            new DocxMaker { Body = Field(" DDEAUTO c:\\\\windows\\\\cmd.exe ") }),
        Docx("a Word document with such a field in pieces", MinutesRefusals.Executable,
            new DocxMaker { Body = Field(" D", "DEA", "UTO cmd ") }),
        Docx("a Word document with such a field in short form", MinutesRefusals.Executable,
            new DocxMaker { Body = "<w:p><w:fldSimple w:instr=\" DDE cmd \"/></w:p>" }),
        Docx("a Word document with a workbook with macros", MinutesRefusals.Macros, new DocxMaker().With(
            "word/embeddings/a.xlsx", new DocxMaker().With("xl/vbaProject.bin", OleMaker.With("VBA")).Bytes())),
        Docx("a Word document with a workbook with a program", MinutesRefusals.Executable, new DocxMaker().With(
            "word/embeddings/a.xlsx", new DocxMaker().With("xl/media/a.png", HostilePrograms.Windows()).Bytes())),
        Docx("a Word document with an archive inside", MinutesRefusals.Unpacks,
            new DocxMaker().With("word/media/a.bin", new ZipMaker().Add("a.txt", "x").Bytes())),
        Docx("a Word document with an archive in a document in it", MinutesRefusals.Unpacks, new DocxMaker().With(
            "word/embeddings/a.docx", new DocxMaker().With("word/embeddings/b.docx", new DocxMaker().Bytes()).Bytes())),
        new("a locked Word document", MinutesRefusals.Encrypted, () => OleMaker.With("EncryptionInfo", "EncryptedPackage")),
        new("a Word document in a locked archive", MinutesRefusals.Encrypted,
            () => new DocxMaker().Zip(new() { EncryptedFlag = true }).Bytes()),
        new("an OpenDocument text with a macro", MinutesRefusals.Macros,
            () => new OdtMaker().With("Basic/Standard/Module1.xml", "<x/>").Bytes()),
        new("an OpenDocument text with a script", MinutesRefusals.Macros,
            () => new OdtMaker().With("Scripts/python/a.py", "print(1)").Bytes()),
        new("an OpenDocument text that runs a macro when opened", MinutesRefusals.Macros, () => new OdtMaker { Scripts = Listener }.Bytes()),
        new("an OpenDocument text with an object of another program", MinutesRefusals.Executable,
            () => new OdtMaker().With("Object 1", OleMaker.With("CONTENTS")).Bytes()),
        new("an OpenDocument text with a program in place of a picture", MinutesRefusals.Executable,
            () => new OdtMaker().With("Pictures/a.png", HostilePrograms.Windows()).Bytes()),
        new("an OpenDocument text with an archive inside", MinutesRefusals.Unpacks,
            () => new OdtMaker().With("Pictures/a.rar", "Rar!\u001a\u0007\0 rest").Bytes()),
        new("a locked OpenDocument text", MinutesRefusals.Encrypted,
            () => new OdtMaker { Listed = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>" }.Bytes()),
    ];

    public static DocxMaker Control(string classId) => new DocxMaker().With(
        "word/activeX/activeX1.xml",
        $"<ax:ocx xmlns:ax=\"http://schemas.microsoft.com/office/2006/activeX\" ax:classid=\"{classId}\"/>",
        Office + "activeX+xml");

    private static HostileFile Docx(string what, string code, DocxMaker maker) => new(what, code, maker.Bytes);

    private static string Field(params string[] pieces) =>
        $"<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>{string.Concat(pieces.Select(piece => $"<w:r><w:instrText>{piece}</w:instrText></w:r>"))}</w:p>";
}
